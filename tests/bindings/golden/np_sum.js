// Made by npc.
class PythonError extends Error{
traceback=[];
}
class MemoryError extends PythonError{
get name(){return"MemoryError";}
}
class ValueError extends PythonError{
get name(){return"ValueError";}
}
class OverflowError extends PythonError{
get name(){return"OverflowError";}
}
const $errors={TypeError,MemoryError,ValueError,OverflowError};
const $raise=(type,message,more)=>{
throw Object.assign(new $errors[type](message),more);
};
const $types={__proto__:null,int32:Int32Array,int64:BigInt64Array};
const $intrinsic=(key)=>{
const{get}=Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype),key);
return(x)=>get.call(x);
};
const $tag=$intrinsic(Symbol.toStringTag),$length=$intrinsic("length"),$buffer=$intrinsic("buffer"),$start=$intrinsic("byteOffset");
const $own=(object,key,v=object[key])=>(v===Object.prototype[key]?undefined:v);
const $got=(v)=>(v===null||/^[nbu]/.test(typeof v)?`${v}`:typeof v);
const $check=(dtype,expected=dtype)=>{
const range=256**$types[dtype].BYTES_PER_ELEMENT,low=dtype[0]=="u"?0:-range/2;
return(v,where)=>{
if(typeof v=="bigint"||Number.isInteger(v)){
return v>=low&&v<low+range?v:$raise("OverflowError",`${where}: Python integer ${v} out of bounds for ${dtype}`);
}
$raise("TypeError",`${where}: expected ${expected}, got ${$got(v)}`);
};
};
const $safe=(n,exact)=>(Number.isSafeInteger(n)?n:$raise("OverflowError",`${exact()} is beyond 2^53: compile with --js-int64 bigint`));
const $bind=(module)=>{
const{exports}=new WebAssembly.Instance(module),{memory,npc_alloc,npc_release}=exports;
let cached,parsed;
const view=()=>(cached?.buffer===memory.buffer?cached:(cached=new DataView(memory.buffer)));
const get=(at)=>view().getInt32(at+4,true)*2**32+view().getUint32(at,true);
const put=(at,v)=>(view().setInt32(at,v,true),view().setInt32(at+4,Math.floor(v/2**32),true));
const alloc=(bytes)=>(bytes<4e9&&npc_alloc(bytes)>>>0)||$raise("MemoryError",`Unable to allocate ${bytes} bytes`);
const frame=alloc(56)+16,own=get(136);
const npc={
memory,module,
get interface(){return(parsed??=JSON.parse(new TextDecoder().decode(WebAssembly.Module.customSections(module,"npc.abi")[0])));},
reserve(bytes){npc_release(alloc(bytes));},
get inUse(){return get(136)-own;},
};
const describe=(at,item,first,size,step)=>[0,size,item,first,size,step*item].forEach((v,k)=>put(at+8*k,v));
const forgotten=new FinalizationRegistry(npc_release),owners=new WeakMap();
class Vector{
#header;
#data;
constructor(dtype,size){
const item=$types[dtype].BYTES_PER_ELEMENT,header=(this.#header=alloc(48+size*item));
describe(header+16,item,header+64,size,1);
new Uint8Array(memory.buffer,header+64,size*item).fill(0);
forgotten.register(this,header,this);
Object.freeze(Object.assign(this,{dtype,shape:[size],stride:[1],strides:[1],offset:0,ndim:1,size,resident:true}));
}
static at(x,dtype){return Object(x)===x&&#header in x&&x.dtype==dtype&&x.#header&&x.#header+16;}
get data(){
if(!this.#header)$raise("ValueError","the array is disposed of");
if(this.#data?.buffer!==memory.buffer)owners.set((this.#data=new $types[this.dtype](memory.buffer,this.#header+64,this.size)),this);
return this.#data;
}
toTypedArray(){return this.data.slice();}
dispose(){
forgotten.unregister(this);
npc_release(this.#header);
this.#header=0;
}
[Symbol.dispose??"dispose"](){this.dispose();}
}
const array=(npc.array=(dtype,shape,values)=>{
const type=$types[dtype]??$raise("TypeError",`array(dtype): got ${$got(dtype)}`),size=shape[0];
if(!(size>=0)||!Number.isInteger(size)||shape.length!=1)$raise("ValueError",`array(shape): expected [n], got [${shape}]`);
const from=values==null?null:read(dtype,values,"array(values)");
if(from&&from.size!=size)$raise("ValueError",`array(values): expected ${size} values, got ${from.size}`);
const copy=from&&type.from({length:size},(_,k)=>from.data[from.offset+k*from.step]),made=new Vector(dtype,size);
if(copy)made.data.set(copy);
return made;
});
const read=(dtype,x,where,layout,exact)=>{
const type=$types[dtype],item=type.BYTES_PER_ELEMENT,object=$tag(x)||Array.isArray(x)?{data:x}:Object(x),list=$own(object,"data")??x;
let data=list,got=$got(x),shape=$own(object,"shape"),stride=$own(object,"stride")??$own(object,"strides");
const offset=$own(object,"offset")??$own(object,"storage")?.offset??0;
const convert=(values,length=values.length)=>{
const check=$check((got=dtype)),checked=[];
const cast=Number;
for(let k=0;k<length;k++)checked.push(cast(check(values[k],where)));
data=new type(checked.length);
data.set(checked);
};
if($tag(data)){
got=$tag(data).replace(/Big|Clamped|Array/g,"").toLowerCase();
shape??=[$length(data)];
}else if(Array.isArray(list)){
convert(list);
shape??=[$length(data)];
}
if(got!=dtype||shape.length!=1)$raise("TypeError",`${where}: expected ${dtype}[n], got ${got}${shape ? `[${Array.prototype.join.call(shape, ", ")}]` : ""}`);
const size=shape[0],step=stride?stride[0]:1,span=(size&&size-1)*step;
const lo=offset+Math.min(0,span),hi=offset+Math.max(0,span)+!!size;
if(![size,step,offset].every(Number.isInteger)||size<0||lo<0||hi>$length(data)){
$raise("TypeError",`${where}: strides out of bounds`);
}
const start=$start(data)+lo*item;
return{where,dtype,data,size,step,offset,hi,item,start,bytes:(hi-lo)*item,first:(offset-lo)*item,base:$buffer(data)===memory.buffer&&start};
};
const place=(arrays,headers,next)=>{
arrays.forEach((a)=>{
if(!a.base){
headers.push((a.block=alloc(a.bytes)));
new Uint8Array(memory.buffer,(a.base=a.block+16),a.bytes).set(new Uint8Array($buffer(a.data),a.start,a.bytes));
}
a.at=next;
describe(next,a.item,a.base+a.first,a.size,a.step);
next+=48;
});
};
const ndarray=(dtype,layout)=>({
quick:(v)=>Vector.at(v,dtype)||undefined,
take(call,v,where){
call.arrays.push(read(dtype,v,where,layout,call.exact));
call.words.push(call.arrays[call.arrays.length-1]);
},
});
const longs=(dtype,at)=>$safe(get(at),()=>view().getBigInt64(at,true));
const scalar=(dtype,name)=>{
const long=/int64/.test(dtype);
return{
bytes:8,
give:(at)=>longs(dtype,at),
};
};
const accept=(name,params,args,call)=>{
const last=args[args.length-1],parent=Object.getPrototypeOf;
if(Object(last)===last&&!Object.hasOwn(last,"data")&&!parent(parent(last)??last)){
args.pop();
Object.keys(last).forEach((key)=>{
const k=params.findIndex((p)=>p[0]==key);
if(k<0||args[k]!==undefined)$raise("TypeError",`${name}() got ${k < 0 ? "an unexpected keyword argument" : "multiple values for argument"} '${key}'`);
else args[k]=last[key];
});
}
params.forEach((param,k)=>{
const value=args[k];
if(value===undefined)$raise("TypeError",`${name}() missing 1 required positional argument: '${param[0]}'`);
param[1].take(call,value,`${name}(${param[0]})`);
});
};
const fn=(name,entry,params,result,js)=>{
const count=params.length,target=exports[js??entry];
const direct=(args,call)=>{
if(args.length>count)return;
for(let k=0;k<count;k++){
const word=params[k][1].quick(args[k]);
if(word===undefined)return;
call.words.push(word);
}
return call;
};
const convert=(args,call)=>{
call.words=[];
accept(name,params,args,call);
return call;
};
const begin=(exact)=>({
arrays:[],headers:[],
words:[],
});
const run=(call)=>{
const{words}=call;
try{
if(call.arrays.length){
place(call.arrays,call.headers,frame+(result?.bytes??0));
words.forEach((w,k)=>typeof w=="object"&&(words[k]=w.at));
}
enter(target,words);
return result?.give(frame);
}finally{
call.headers.forEach((header)=>npc_release(header));
}
};
const made={[name](...args){
const call=begin();
return run(direct(args,call)??convert(args,call));
}}[name];
return made;
};
const enter=(target,words)=>target(frame,16,words[0]);
return{
array,
npc,
np_sum:fn("np_sum","np_sum",[["x",ndarray("int32")]],scalar("int64")),
};
};
const $compile=(base64)=>{
try{
return new WebAssembly.Module(Uint8Array.from(atob(base64),(c)=>c.charCodeAt(0)));
}catch(error){
error.message+=" (does the page's CSP allow 'wasm-unsafe-eval'?)";
throw error;
}
};
export const { np_sum, array, npc } = $bind($compile("d2FzbQ=="));
export { PythonError, MemoryError, ValueError, OverflowError };
