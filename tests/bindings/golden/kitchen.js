// Made by npc.
class PythonError extends Error{
traceback=[]
}
class MemoryError extends PythonError{
get name(){return"MemoryError"}
}
class ValueError extends PythonError{
get name(){return"ValueError"}
}
class IndexError extends PythonError{
get name(){return"IndexError"}
}
class OverflowError extends PythonError{
get name(){return"OverflowError"}
}
class RecursionError extends PythonError{
get name(){return"RecursionError"}
}
class ZeroDivisionError extends PythonError{
get name(){return"ZeroDivisionError"}
}
const $x={TypeError,MemoryError,ValueError,IndexError,OverflowError,RecursionError,ZeroDivisionError};
const $a=(type,message,more)=>{
throw Object.assign(new $x[type](message),more)
};
const $b={__proto__:null,bool:Uint8Array,int8:Int8Array,int16:Int16Array,int32:Int32Array,int64:BigInt64Array,uint8:Uint8Array,uint16:Uint16Array,uint32:Uint32Array,uint64:BigUint64Array,float32:Float32Array,float64:Float64Array};
const $j=key=>{
const{get}=Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype),key);
return(x)=>get.call(x)
};
const $p=$j(Symbol.toStringTag),$f=$j("length"),$r=$j("buffer"),$o=$j("byteOffset");
const $d=(object,key,v=object[key])=>(v===Object.prototype[key]?undefined:v);
const $l=list=>(list?.length>=0?Array.prototype.slice.call(list,0,99):$a("TypeError",`expected a list of integers, got ${$c(list)}`));
const $c=v=>(v===null||/^[nbu]/.test(typeof v)?`${v}`:typeof v);
const $m=(dtype,expected=dtype)=>{
const range=256**$b[dtype].BYTES_PER_ELEMENT,low=dtype[0]=="u"?0:-range/2;
return(v,where)=>{
if(dtype[0]=="f"&&typeof v=="number")return v;
if(dtype=="bool"&&(v===!!v||v===+!!v))return v;
if(/^u?int/.test(dtype)&&(typeof v=="bigint"||Number.isInteger(v))){
if(range>2**53&&typeof v=="number"&&Math.abs(v)>2**53)$a("OverflowError",`${where}: ${v} is beyond 2^53, pass a bigint`);
return v>=low&&v<low+range?v:$a("OverflowError",`${where}: Python integer ${v} out of bounds for ${dtype}`)
}
$a("TypeError",`${where}: expected ${expected}, got ${$c(v)}`)
}
};
const $n=(n,exact)=>(Number.isSafeInteger(n)?n:$a("OverflowError",`${exact()} is beyond 2^53: compile with --js-int64 bigint`));
const $k=(dtype,v)=>{
if(dtype=="bool")return!!v;
if(typeof v=="bigint")return $n(Number(v),()=>v);
return v
};
const $e=shape=>shape.reduce((a,n)=>a*n,1);
const $g=shape=>shape.map((_,k)=>$e(shape.slice(k+1)));
const $i=(shape,stride)=>$g(shape).every((s,k)=>shape[k]<2||s==stride[k]);
const $w=(shape,stride)=>{
let lo=0,hi=1;
shape.forEach((n,k)=>((n=(n-1)*stride[k])<0?(lo+=n):(hi+=n)));
return $e(shape)?{lo,hi}:{lo:0,hi:0}
};
const $h=(shape,stride,at,visit,k=0)=>{
if(k==shape.length)visit(at);
else for(let i=0;i<shape[k];i++,at+=stride[k])$h(shape,stride,at,visit,k+1)
};
const $t=v=>(typeof v=="object"?v?.length:undefined);
const $y=list=>{
const shape=[];
for(let v=list;$t(v)>=0&&shape.length<33;v=v[0])shape.push(v.length);
return shape
};
const $u=(v,shape,where,visit,k=0)=>{
if($t(v)!==shape[k])$a("TypeError",`${where}: the nested arrays differ in length`);
if(k==shape.length)visit(v);
else for(let i=0;i<shape[k];i++)$u(v[i],shape,where,visit,k+1)
};
const $q=(dtype,list,data,k=0)=>{
for(let i=0;i<list.length;i++){
if(Object(list[i])===list[i])k=$q(dtype,list[i],data,k);
else list[i]=typeof list[i]=="bigint"?data[k++]:$k(dtype,data[k++])
}
return k
};
const $bind=module=>{
const{exports}=new WebAssembly.Instance(module),{memory,npc_alloc,npc_release}=exports;
let cached,parsed;
const view=()=>(cached?.buffer===memory.buffer?cached:(cached=new DataView(memory.buffer)));
const get=at=>view().getInt32(at+4,true)*2**32+view().getUint32(at,true);
const put=(at,v)=>(view().setInt32(at,v,true),view().setInt32(at+4,Math.floor(v/2**32),true));
const alloc=bytes=>(bytes>=0&&bytes<4e9&&npc_alloc(bytes)>>>0)||$a("MemoryError",`Unable to allocate ${bytes} bytes`);
const frame=alloc(128)+16,own=get(136);
const npc={
memory,module,
get interface(){return(parsed??=JSON.parse(new TextDecoder().decode(WebAssembly.Module.customSections(module,"npc.abi")[0])))},
reserve(bytes){npc_release(alloc(bytes))},
get inUse(){return get(136)-own},
};
const describe=(at,item,first,shape,stride)=>{
const fields=[0,$e(shape),item,first].concat(shape,stride.map(s=>s*item));
new BigInt64Array(memory.buffer,at,fields.length).set(fields.map(BigInt))
};
const $v=(i,n,axis)=>
Number.isInteger(i)&&i>=-n&&i<n?(i<0?i+n:i):$a("IndexError",`index ${typeof i == "number" ? i : $c(i)} is out of bounds for axis ${axis} with size ${n}`);
const $s=(i,n)=>(Number.isInteger(i)?Math.max(0,Math.min(i,n)):$a("TypeError",`expected an integer, got ${$c(i)}`));
class NDArray{
#store;
#at;
constructor(dtype,shape,stride,offset,store,at=0){
Object.assign(this,{dtype,shape:Object.freeze(shape),stride:Object.freeze(stride),offset});
this.#store=store;
this.#at=at;
Object.freeze(this)
}
static at(x,dtype,rank){return typeof x=="object"&&x&&#at in x&&x.#store.headers&&x.dtype==dtype&&x.shape.length==rank&&x.#at}
static store(x){return Object(x)===x&&#store in x&&x.#store}
get strides(){return this.stride}
get ndim(){return this.shape.length}
get size(){return $e(this.shape)}
get data(){return this.#store.data}
get resident(){return!!this.#store.free}
#cut(axis,order=Array.from(this.shape.keys())){
let{offset}=this;
const axes=order.map(k=>axis(this.shape[k],this.stride[k],k)).filter(a=>((offset+=a[2]),a[0]!=null));
return new NDArray(this.dtype,axes.map(a=>a[0]),axes.map(a=>a[1]),offset,this.#store)
}
#position(i){
if(i.length!=this.ndim)$a("IndexError",`expected ${this.ndim} indices, got ${i.length}`);
return i.reduce((at,i,k)=>at+$v(i,this.shape[k],k)*this.stride[k],this.offset)
}
get(...i){return $k(this.dtype,this.data[this.#position(i)])}
set(...i){
const{dtype,data}=this,v=$m(dtype)(i.pop(),"set"),at=this.#position(i);
data[at]=typeof data[at]=="bigint"?BigInt(v):Number(v)
}
pick(...i){return this.#cut((n,s,k)=>(i[k]==null?[n,s,0]:[null,s,$v(i[k],n,k)*s]))}
lo(...i){return this.#cut((n,s,k)=>[n-(k=$s(i[k]??0,n)),s,k*s])}
hi(...i){return this.#cut((n,s,k)=>[$s(i[k]??n,n),s,0])}
step(...i){
return this.#cut((n,s,k)=>{
const by=i[k]??1;
if(!by||!Number.isInteger(by))$a("ValueError","a step is an integer other than 0");
return[Math.ceil(n/Math.abs(by)),s*by,by<0&&n?(n-1)*s:0]
})
}
transpose(...axes){
const all=this.shape.map((_,k)=>k);
if(!axes.length)axes=all.reverse();
else if(axes.length!=all.length||!all.every(k=>axes.includes(k)))$a("ValueError","axes don't match array");
return this.#cut((n,s)=>[n,s,0],axes)
}
toTypedArray(){
const{dtype,data,shape,stride,offset,size}=this;
if($i(shape,stride))return data.slice(offset,offset+size);
const copy=new $b[dtype](size);
let k=0;
$h(shape,stride,offset,at=>(copy[k++]=data[at]));
return copy
}
toArray(){
const{dtype,data,shape,stride,offset}=this;
const list=(k,at)=>(k==shape.length?$k(dtype,data[at]):Array.from({length:shape[k]},(_,i)=>list(k+1,at+i*stride[k])));
return list(0,offset)
}
toNumbers(){
const from=this.toTypedArray(),to=new Float64Array(from.length);
for(let k=0;k<to.length;k++)to[k]=Number($k(this.dtype,from[k]));
return to
}
*[Symbol.iterator](){
if(!this.ndim)$a("TypeError","iteration over a 0-d array");
for(let i=0;i<this.shape[0];i++)yield this.ndim>1?this.pick(i):this.get(i)
}
dispose(){this.#store.free?.()}
[Symbol.dispose??"dispose"](){this.dispose()}
}
const release=headers=>headers.forEach(header=>npc_release(header));
const forgotten=new FinalizationRegistry(release),owners=new WeakMap();
const keep=(dtype,shape,stride,offset,headers,first,length)=>{
const type=$b[dtype],item=type.BYTES_PER_ELEMENT;
let cached,at=0;
if($i(shape,stride)){
headers.push((at=alloc(32+16*shape.length)));
describe((at+=16),item,first+offset*item,shape,stride)
}
const store={
headers,
get data(){
if(!store.headers)$a("ValueError","the array is disposed of");
if(cached?.buffer!==memory.buffer)owners.set((cached=new type(memory.buffer,first,length)),store);
return cached
},
free(){
if(!store.headers)return;
forgotten.unregister(store);
store.headers=null;
release(headers)
},
};
forgotten.register(store,headers,store);
return new NDArray(dtype,shape,stride,offset,store,at)
};
const array=(npc.array=(dtype,shape,values)=>{
const type=$b[dtype]??$a("TypeError",`array(dtype): got ${$c(dtype)}`),size=$e((shape=$l(shape)));
if(!shape.every(n=>n>=0&&Number.isInteger(n)))$a("ValueError",`array(shape): got [${shape}]`);
const from=values==null?null:read(dtype,1,values,"array(values)");
if(from&&from.size!=size)$a("ValueError",`array(values): expected ${size} values, got ${from.size}`);
const copy=from&&new NDArray(dtype,from.shape,from.stride,from.offset,{data:from.data,free:null}).toTypedArray();
const bytes=size*type.BYTES_PER_ELEMENT,header=alloc(bytes);
try{
new Uint8Array(memory.buffer,header+16,bytes).fill(0);
const made=keep(dtype,shape,$g(shape),0,[header],header+16,size);
if(copy)made.data.set(copy);
return made
}catch(error){
npc_release(header);
throw error
}
});
const read=(dtype,rank,x,where,use,layout,exact)=>{
const type=$b[dtype],item=type.BYTES_PER_ELEMENT,object=$p(x)||Array.isArray(x)?{data:x}:Object(x),list=$d(object,"data")??x;
let store=NDArray.store(x);
let data=list,got=$c(x),shape=$d(object,"shape"),stride=$d(object,"stride")??$d(object,"strides");
const offset=$d(object,"offset")??$d(object,"storage")?.offset??0;
if(shape!=null)shape=$l(shape);
if(stride!=null)stride=$l(stride);
const convert=(values,shape)=>{
const check=$m((got=dtype)),checked=[];
const cast=/int64/.test(dtype)?BigInt:Number;
$u(values,shape,where,v=>checked.push(cast(check(v,where))));
data=new type(checked.length);
data.set(checked);
store=null
};
if($p(data)){
got=$p(data).replace(/Big|Clamped|Array/g,"").toLowerCase();
shape??=[$f(data)];
if(dtype=="bool"&&got=="uint8")got=dtype;
if(!use&&/int64/.test(dtype)&&got==dtype.replace(64,32))convert(data,[$f(data)])
}else if(use!="out"&&(Array.isArray(list)||(!rank&&!use&&object!==x))){
const nested=$y(list);
shape??=nested;
if(shape.length==rank)convert(list,nested);
else got="array"
}
if(got!=dtype||shape.length!=rank){
const axes=["","n","h, w","d, h, w"][rank]??`${rank} axes`;
$a("TypeError",`${where}: expected ${dtype}[${axes}], got ${got}${shape ? `[${shape.join(", ")}]` : ""}`)
}
stride??=$g(shape);
const span=$w(shape,stride),size=$e(shape),lo=offset+span.lo,hi=offset+span.hi;
if(!shape.concat(stride,offset).every(Number.isInteger)||shape.some(n=>n<0)||stride.length!=rank||lo<0||hi>$f(data)){
$a("TypeError",`${where}: strides out of bounds`)
}
if(exact&&data!==list)$a("TypeError",`${where}: converted`);
if(dtype=="bool"&&!use&&$b.bool.prototype.some.call(data,v=>v>1)){
data=new type(data);
data.forEach((v,k)=>(data[k]=+!!v));
store=null
}
const order=axes=>(layout=="F"?axes.slice().reverse():axes),skip=layout=="F"?0:rank-layout;
if(layout&&!$i(order(shape).slice(skip),order(stride).slice(skip))){
const copy=new type(size),each=(visit,k=0)=>$h(order(shape),order(stride),offset,at=>visit(at,k++));
each((at,k)=>(copy[k]=data[at]));
const back=()=>{
const to=store?store.data:data;
each((at,k)=>(to[at]=copy[k]));
if(data!==list)$q(dtype,list,data)
};
const origin={buffer:$r(data),start:$o(data)+lo*item,end:$o(data)+hi*item};
return Object.assign(read(dtype,rank,{data:copy,shape,stride:order($g(order(shape)))},where,use),{back,origin})
}
return{where,dtype,data,shape,stride,size,offset,lo,hi,use,item,store,dense:$i(shape,stride),list:data!==list&&list,slot:null,block:null,back:null,origin:null}
};
const place=(arrays,headers,next)=>{
arrays.forEach(a=>{
if(a.store)a.data=a.store.data;
if($f(a.data)<a.hi)$a("TypeError",`${a.where}: the array was detached or resized`);
a.buffer=$r(a.data);
if(!$f(a.data))new Uint8Array(a.buffer,0,0);
a.start=$o(a.data)+a.lo*a.item;
a.end=a.start+(a.hi-a.lo)*a.item;
a.base=a.buffer===memory.buffer&&a.start
});
arrays.forEach(({where,origin},k)=>{
const meets=o=>o.buffer===origin.buffer&&o.start<origin.end&&origin.start<o.end;
if(origin&&arrays.some((a,j)=>j!=k&&(a.use||arrays[k].use)&&meets(a.origin??a)))$a("ValueError",`${where}: overlaps with another argument, so it must be contiguous`)
});
const blocks=[];
arrays.filter(a=>!a.base).sort((a,b)=>a.start-b.start).forEach(a=>{
const{start,end,buffer}=a;
a.block=blocks.find(b=>b.buffer===buffer&&start<b.end);
if(!a.block)blocks.push((a.block={buffer,start,end,copy:false}));
a.block.end=Math.max(a.block.end,end);
a.block.copy||=a.use!="out"||!a.dense
});
blocks.forEach(b=>headers.push((b.header=alloc(b.end-b.start+8))));
blocks.forEach(({header,start,end,buffer,copy})=>{
if(copy)new Uint8Array(memory.buffer,header+16+(start&7),end-start).set(new Uint8Array(buffer,start,end-start))
});
arrays.forEach(a=>{
if(a.block)a.base=a.block.header+16+(a.block.start&7)+a.start-a.block.start;
a.at=next;
if(a.slot==null)next+=32+16*a.shape.length;
else a.at=frame+a.slot;
describe(a.at,a.item,a.base+(a.offset-a.lo)*a.item,a.shape,a.stride);
if(a.dtype=="bool"&&a.use=="written"){
const bytes=new Uint8Array(memory.buffer);
$h(a.shape,a.stride,a.base+a.offset-a.lo,at=>(bytes[at]&&=1))
}
})
};
const ndarray=(dtype,rank,use,layout)=>({
quick:v=>(dtype!="bool"&&layout!="F"&&NDArray.at(v,dtype,rank))||undefined,
take(call,v,where){
const array=read(dtype,rank,v,where,use,layout,call.exact);
call.arrays.push(array);
call.words.push(array)
},
bytes:32+16*rank,
slots:at=>[at],
into(call,slot,out){
if(out!=null)call.arrays.push(Object.assign(read(dtype,rank,out,call.name+"(out)","out"),{slot}))
},
give(at,call,out){
if(out!=null)return out;
const type=$b[dtype],item=type.BYTES_PER_ELEMENT,axes=from=>Array.from({length:rank},(_,k)=>get(at+8*(from+k)));
const shape=axes(4),stride=axes(4+rank).map(s=>s/item),{lo,hi}=$w(shape,stride),first=get(at+24)+lo*item;
if(call.resident){
const made=keep(dtype,shape,stride,-lo,[get(at)],first,hi-lo);
call.kept.push(made);
put(at,0);
return made
}
let data=new NDArray(dtype,shape,stride,-lo,{data:new type(memory.buffer,first,hi-lo),free:null}).toTypedArray();
return rank==1?data:new NDArray(dtype,shape,$g(shape),0,{data,free:null,headers:null})
},
});
const longs=(dtype,at)=>(dtype[0]=="u"&&get(at)<0?$n(NaN,()=>view().getBigUint64(at,true)):$n(get(at),()=>view().getBigInt64(at,true)));
const scalar=(dtype,name)=>{
const long=/int64/.test(dtype);
const check=$m(dtype,name);
const bits=8*$b[dtype].BYTES_PER_ELEMENT,lowest=dtype[0]=="u"?0:-(2**(bits-1)),low=Math.max(lowest,1-2**53),high=Math.min(lowest+2**bits,2**53);
const read=`get${$b[dtype].name.slice(0, -5)}`;
return{
quick:dtype[0]=="f"?v=>(typeof v=="number"?v:undefined):dtype=="bool"?v=>(v===!!v?+v:undefined):v=>(Number.isInteger(v)&&v>=low&&v<high?v:undefined),
take(call,v,where){
v=check(v,where);
if(long)call.longs.push(call.words.length);
else v=Number(v);
call.words.push(v)
},
long,
bytes:8,
give:long?at=>longs(dtype,at):dtype=="bool"?at=>!!view().getUint8(at):dtype=="float64"?at=>view().getFloat64(at,true):at=>view()[read](at,true),
}
};
const tuple=(...types)=>{
const bytes=types.reduce((at,t)=>at+t.bytes,0),offsets=types.map((_,k)=>types.slice(0,k).reduce((at,t)=>at+t.bytes,0));
const members=(v,where)=>(v?.length===types.length?types.map((_,k)=>v[k]):$a("TypeError",`${where}: expected a tuple of ${types.length}, got ${$c(v)}`));
const into=types.map(t=>t.into);
return{
quick(){},
take(call,v,where){members(v,where).forEach((m,k)=>types[k].take(call,m,`${where}[${k}]`))},
bytes,
slots:at=>types.flatMap((t,k)=>t.slots?.(at+offsets[k])??[]),
into(call,slot,out){if(out!=null)members(out,call.name+"(out)").forEach((m,k)=>into[k]?.(call,slot+offsets[k],m))},
give:(at,call,out)=>types.map((t,k)=>t.give(at+offsets[k],call,out?.[k])),
}
};
const none={
quick(){},
take(call,v,where){if(v!==null)$a("TypeError",`${where}: expected null, got ${$c(v)}`)},
bytes:0,
give:()=>null,
};
const accept=(name,params,args,call)=>{
const last=args[args.length-1],parent=Object.getPrototypeOf;
if(Object(last)===last&&!Object.hasOwn(last,"data")&&!parent(parent(last)??last)){
args.pop();
Object.keys(last).forEach(key=>{
const k=params.findIndex(p=>p[0]==key);
if(k<0&&call.slots.length&&/^(out|resident)$/.test(key))call[key]=last[key];
else
if(k<0||args[k]!==undefined)$a("TypeError",`${name}() got ${k < 0 ? "an unexpected keyword argument" : "multiple values for argument"} '${key}'`);
else args[k]=last[key]
})
}
params.forEach((param,k)=>{
const value=args[k]===undefined?param[2]:args[k];
if(value===undefined)$a("TypeError",`${name}() missing 1 required positional argument: '${param[0]}'`);
param[1].take(call,value,`${name}(${param[0]})`)
})
};
const check=status=>{
if(!status)return;
const{sites,positions,files}=npc.interface,site=sites[get(16)-1],at=positions[get(24)];
$a(site[0],site[1].replace(/{{|}}|{(\d+)}/g,(all,k)=>(k?view().getBigInt64(32+8*k,true):all[0])),{traceback:at?[{file:files[at[0]],line:at[1],function:at[2]}]:[]})
};
const parts=new Map();
const fn=(name,entry,params,result,js)=>{
const count=params.length,target=exports[js??entry],quick=params.map(p=>p[1].quick),give=result?.give;
const slow=!js&&params.some(p=>p[1].long);
const slots=result?.slots?.(0)??[],into=result?.into;
const direct=args=>{
if(args.length>count||slow)return;
const words=[0,0,0];
for(let k=0;k<count;k++){
const word=quick[k](args[k]===undefined?params[k][2]:args[k]);
if(word===undefined)return;
words[k]=word
}
return words
};
const convert=(args,call)=>{
call.words=[];
accept(name,params,args,call);
into?.(call,0,call.out);
const wide=!js||call.longs.some(at=>!Number.isSafeInteger(Number(call.words[at])));
if(wide)call.target=exports[entry];
call.longs.forEach(at=>(call.words[at]=wide?BigInt(call.words[at]):Number(call.words[at])));
return call
};
const begin=exact=>({
longs:[],target,
name,slots,kept:[],out:null,resident:false,
arrays:[],headers:[],
exact,
words:[],
});
const run=call=>{
const{words}=call;
let value,failed,status=1;
try{
slots.forEach(at=>(put(frame+at,0),put(frame+at+24,0)));
if(call.arrays.length){
place(call.arrays,call.headers,frame+(result?.bytes??0));
words.forEach((w,k)=>typeof w=="object"&&(words[k]=w.at))
}
try{
status=enter(call.target,words);
value=finish(status,call)
}catch(error){
failed={error}
}
call.arrays.forEach(a=>{
if(!a.use||(a.use=="out"&&status))return;
if(a.block)restore(a);
a.back?.();
if(a.list)$q(a.dtype,a.list,a.data)
})
}finally{
call.headers.forEach(header=>npc_release(header))
}
if(failed)throw failed.error;
return value
};
const finish=(status,call)=>{
try{
check(status);
return result?.give(frame,call,call.out)
}catch(error){
call.kept.forEach(made=>made.dispose());
throw error
}finally{
slots.forEach(at=>npc_release(get(frame+at)))
}
};
const go=words=>{
if(slots.length)return run(Object.assign(begin(),{words}));
check(enter(target,words));
return give?.(frame)
};
const made={[name](...args){
const words=direct(args);
return words?go(words):run(convert(args,begin()))
}}[name];
parts.set(made,{begin,direct,go,convert,run});
return made
};
const enter=(target,words)=>{
try{
return target(frame,16,words[0],words[1],words[2])
}catch(error){
put(96,0);
throw error instanceof RangeError?$a("RecursionError","maximum recursion depth exceeded"):error
}
};
const restore=({dtype,dense,data,shape,stride,offset,lo,hi,base})=>{
const from=new $b[dtype](memory.buffer,base,hi-lo);
if(dense)data.set(from,lo);
else $h(shape,stride,offset,at=>(data[at]=from[at-lo]))
};
const overloaded=(name,signatures,...fns)=>({[name](...args){
const all=fns.map(f=>parts.get(f));
for(let k=0;k<all.length;k++){
const words=all[k].direct(args);
if(words)return all[k].go(words)
}
for(let k=0;k<2*all.length;k++){
const{begin,convert,run}=all[k%all.length];
let call;
try{
call=convert(args.slice(),begin(k<all.length))
}catch(error){
if(/^(Type|Overflow)Error$/.test(error?.name))continue;
throw error
}
return run(call)
}
$a("TypeError",`no signature takes these arguments: ${signatures}`)
}})[name];
return{
array,
npc,
Array_:fn("Array","same_f64",[["n",scalar("float64")]],scalar("float64")),
__proto___:fn("__proto__","same_f64",[["n",scalar("float64")]],scalar("float64")),
arange:fn("arange","arange",[["n",scalar("int64","int"),3]],ndarray("float64",1),"arange.js"),
constructor:fn("constructor","same_f64",[["n",scalar("float64")]],scalar("float64")),
count_true:fn("count_true","count_true",[["x",ndarray("bool",1)]],scalar("uint8")),
deep:fn("deep","deep",[["n",scalar("int64","int")]],undefined,"deep.js"),
default_:fn("default","same_f64",[["n",scalar("float64")]],scalar("float64")),
delete_:fn("delete","same_f64",[["n",scalar("float64")]],scalar("float64")),
divmod:fn("divmod","divmod",[["a",scalar("int64","int")],["b",scalar("int64","int")]],tuple(scalar("int64"),scalar("int64")),"divmod.js"),
first:fn("first","first",[["x",ndarray("uint64",1)]],scalar("uint64")),
get:fn("get","same_f64",[["n",scalar("float64")]],scalar("float64")),
größe:fn("größe","same_f64",[["n",scalar("float64")]],scalar("float64")),
halve:fn("halve","halve",[["x",ndarray("int64",1,"written")]]),
hypot2:fn("hypot2","hypot2",[["p",tuple(scalar("float64","float"),scalar("float64","float"))],["q",none,null]],scalar("float64")),
invert:fn("invert","invert",[["x",ndarray("bool",1,"written")]]),
longs:fn("longs","longs",[["n",scalar("int64","int")]],ndarray("int64",1)),
memory_:fn("memory","same_f64",[["n",scalar("float64")]],scalar("float64")),
mix:fn("mix","mix",[["x",ndarray("float64",1)],["a",scalar("float64","float")],["n",scalar("int64","int")]],scalar("float64"),"mix.js"),
negate:fn("negate","negate",[["x",ndarray("float64",1,"written",1)]]),
np_sum:fn("np_sum","np_sum",[["x",ndarray("int32",1)]],scalar("int64")),
npc_:fn("npc","same_f64",[["n",scalar("float64")]],scalar("float64")),
pair:fn("pair","pair",[["x",ndarray("float64",1)]],tuple(ndarray("float64",1),scalar("int64"))),
same_bool:fn("same_bool","same_i32",[["n",scalar("bool")]],scalar("bool")),
same_f32:fn("same_f32","same_f32",[["n",scalar("float32")]],scalar("float32")),
same_f64:fn("same_f64","same_f64",[["n",scalar("float64")]],scalar("float64")),
same_i64:fn("same_i64","same_i64",[["n",scalar("int64")]],scalar("int64"),"same_i64.js"),
same_i8:fn("same_i8","same_i32",[["n",scalar("int8")]],scalar("int8")),
same_int:fn("same_int","same_i64",[["n",scalar("int64","int")]],scalar("int64"),"same_i64.js"),
same_u32:fn("same_u32","same_i32",[["n",scalar("uint32")]],scalar("uint32")),
same_u64:fn("same_u64","same_i64",[["n",scalar("uint64")]],scalar("uint64"),"same_i64.js"),
same_u8:fn("same_u8","same_i32",[["n",scalar("uint8")]],scalar("uint8")),
scale:fn("scale","scale",[["x",ndarray("float64",1,"written")],["s",scalar("float64","float"),2.0]]),
second:fn("second","second",[["a",ndarray("float64",2,undefined,2)]],scalar("float64")),
second_any:fn("second_any","second",[["a",ndarray("float64",2,undefined,1)]],scalar("float64")),
second_row:fn("second_row","second",[["a",ndarray("float64",2,undefined,"F")]],scalar("float64")),
shift:fn("shift","shift",[["dst",ndarray("float64",1,"written")],["src",ndarray("float64",1)]]),
shift_packed:fn("shift_packed","shift",[["dst",ndarray("float64",1,"written",1)],["src",ndarray("float64",1)]]),
then_:fn("then","same_f64",[["n",scalar("float64")]],scalar("float64")),
total:overloaded("total","total(x: int32[:]), total(x: float64[:])",
fn("total","np_sum",[["x",ndarray("int32",1)]],scalar("int64")),
fn("total","total__float64_1d",[["x",ndarray("float64",1)]],scalar("float64")),
),
transpose:fn("transpose","transpose",[["a",ndarray("float64",2)]],ndarray("float64",2)),
wrap:fn("wrap","wrap",[["x",ndarray("float64",0)]],ndarray("float64",0)),
}
};
export const instantiate=async(source)=>{
source=await source;
if(typeof source=="string"||source instanceof URL)source=await fetch(source);
if(source.arrayBuffer)source=await source.arrayBuffer();
return $bind(source instanceof WebAssembly.Module?source:await WebAssembly.compile(source))
};
export const instantiateSync=source=>$bind(source instanceof WebAssembly.Module?source:new WebAssembly.Module(source));
export { PythonError, MemoryError, ValueError, IndexError, OverflowError, RecursionError, ZeroDivisionError };
