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
class OverflowError extends PythonError{
get name(){return"OverflowError"}
}
const $j={TypeError,MemoryError,ValueError,OverflowError};
const $a=(type,message,more)=>{
throw Object.assign(new $j[type](message),more)
};
const $b={__proto__:null,int32:Int32Array};
const $d=key=>{
const{get}=Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype),key);
return(x)=>get.call(x)
};
const $g=$d(Symbol.toStringTag),$f=$d("length"),$h=$d("buffer"),$k=$d("byteOffset");
const $c=(object,key,v=object[key])=>(v===Object.prototype[key]?undefined:v);
const $e=v=>(v===null||/^[nbu]/.test(typeof v)?`${v}`:typeof v);
const $i=dtype=>{
const range=256**$b[dtype].BYTES_PER_ELEMENT,low=dtype[0]=="u"?0:-range/2;
return(v,where)=>{
if(typeof v=="bigint"||Number.isInteger(v)){
return v>=low&&v<low+range?v:$a("OverflowError",`${where}: Python integer ${v} out of bounds for ${dtype}`)
}
$a("TypeError",`${where}: expected ${dtype}, got ${$e(v)}`)
}
};
const $bind=module=>{
const{exports}=new WebAssembly.Instance(module),{memory,npc_alloc,npc_release}=exports;
let cached,parsed;
const view=()=>(cached?.buffer===memory.buffer?cached:(cached=new DataView(memory.buffer)));
const get=at=>Number(view().getBigInt64(at,true));
const alloc=bytes=>(bytes>=0&&bytes<4e9&&npc_alloc(bytes)>>>0)||$a("MemoryError",`Unable to allocate ${bytes} bytes`);
const frame=alloc(56)+16,own=get(136);
const npc={
memory,module,
get interface(){return(parsed??=JSON.parse(new TextDecoder().decode(WebAssembly.Module.customSections(module,"npc.abi")[0])))},
reserve(bytes){npc_release(alloc(bytes))},
get inUse(){return get(136)-own},
};
const describe=(at,item,first,size,step)=>new BigInt64Array(memory.buffer,at,6).set([0,size,item,first,size,step*item].map(BigInt));
const forgotten=new FinalizationRegistry(npc_release),owners=new WeakMap();
class Vector{
#header;
#data;
constructor(dtype,size){
const item=$b[dtype].BYTES_PER_ELEMENT,header=(this.#header=alloc(48+size*item));
describe(header+16,item,header+64,size,1);
new Uint8Array(memory.buffer,header+64,size*item).fill(0);
forgotten.register(this,header,this);
Object.freeze(Object.assign(this,{dtype,shape:[size],stride:[1],strides:[1],offset:0,ndim:1,size,resident:true}))
}
static at(x,dtype){if(Object(x)===x&&#header in x&&x.dtype==dtype&&x.#header)return x.#header+16}
get data(){
if(!this.#header)$a("ValueError","the array is disposed of");
if(this.#data?.buffer!==memory.buffer)owners.set((this.#data=new $b[this.dtype](memory.buffer,this.#header+64,this.size)),this);
return this.#data
}
toTypedArray(){return this.data.slice()}
dispose(){
forgotten.unregister(this);
npc_release(this.#header);
this.#header=0
}
[Symbol.dispose??"dispose"](){this.dispose()}
}
const array=(npc.array=(dtype,shape,values)=>{
const type=$b[dtype]??$a("TypeError",`array(dtype): got ${$e(dtype)}`),size=shape[0];
if(!Number.isInteger(size)||size<0||shape.length!=1)$a("ValueError",`array(shape): expected [n], got [${shape}]`);
const from=values==null?null:read(dtype,values,"array(values)");
if(from&&from.size!=size)$a("ValueError",`array(values): expected ${size} values, got ${from.size}`);
const copy=from&&type.from({length:size},(_,k)=>from.data[from.offset+k*from.step]),made=new Vector(dtype,size);
if(copy)made.data.set(copy);
return made
});
const read=(dtype,x,where)=>{
const type=$b[dtype],item=type.BYTES_PER_ELEMENT,object=$g(x)||Array.isArray(x)?{data:x}:Object(x),list=$c(object,"data")??x;
let data=list,got=$e(x),shape=$c(object,"shape"),stride=$c(object,"stride")??$c(object,"strides");
const offset=$c(object,"offset")??$c(object,"storage")?.offset??0;
const convert=values=>{
const check=$i((got=dtype)),checked=[];
for(let k=0,{length}=values;k<length;k++)checked.push(Number(check(values[k],where)));
data=new type(checked.length);
data.set(checked)
};
if($g(data)){
got=$g(data).replace(/Big|Clamped|Array/g,"").toLowerCase();
shape??=[$f(data)]
}else if(Array.isArray(list)){
convert(list);
shape??=[$f(data)]
}
if(got!=dtype||shape.length!=1)$a("TypeError",`${where}: expected ${dtype}[n], got ${got}${shape ? `[${[].join.call(shape, ", ")}]` : ""}`);
const size=shape[0],step=stride?stride[0]:1,span=(size&&size-1)*step;
const lo=offset+Math.min(0,span),hi=offset+Math.max(0,span)+!!size;
if(![size,step,offset].every(Number.isInteger)||size<0||lo<0||hi>$f(data)){
$a("TypeError",`${where}: strides out of bounds`)
}
return{data,size,step,offset,lo,hi}
};
const ndarray=dtype=>({
quick:v=>Vector.at(v,dtype),
take(call,v,where){
const{data,size,step,offset,lo,hi}=read(dtype,v,where),item=$b[dtype].BYTES_PER_ELEMENT,start=$k(data)+lo*item,bytes=(hi-lo)*item;
let base=$h(data)===memory.buffer&&start;
if(!base){
call.header=alloc(bytes);
new Uint8Array(memory.buffer,(base=call.header+16),bytes).set(new Uint8Array($h(data),start,bytes))
}
describe(frame+8,item,base+(offset-lo)*item,size,step);
call.words.push(frame+8)
},
});
const scalar=dtype=>{
const read=`get${$b[dtype].name.slice(0, -5)}`;
return{
give:at=>view()[read](at,true),
}
};
const accept=(name,params,args,call)=>{
const last=args[args.length-1],parent=Object.getPrototypeOf;
if(Object(last)===last&&!Object.hasOwn(last,"data")&&!parent(parent(last)??last)){
args.pop();
Object.keys(last).forEach(key=>{
const k=params.findIndex(p=>p[0]==key);
if(k<0||args[k]!==undefined)$a("TypeError",`${name}() got ${k < 0 ? "an unexpected keyword argument" : "multiple values for argument"} '${key}'`);
else args[k]=last[key]
})
}
params.forEach((param,k)=>{
const value=args[k];
if(value===undefined)$a("TypeError",`${name}() missing 1 required positional argument: '${param[0]}'`);
const word=param[1].quick(value);
if(word!==undefined)call.words[k]=word;
else
param[1].take(call,value,`${name}(${param[0]})`)
})
};
const check=status=>{
if(!status)return;
const{sites,positions,files}=npc.interface,site=sites[get(16)-1],at=positions[get(24)];
$a(site[0],site[1].replace(/{{|}}|{(\d+)}/g,(all,k)=>(k?view().getBigInt64(32+8*k,true):all[0])),{traceback:at?[{file:files[at[0]],line:at[1],function:at[2]}]:[]})
};
const fn=(name,entry,params,result)=>({[name](...args){
const call={words:[],header:0};
try{
accept(name,params,args,call);
check(exports[entry](frame,16,call.words[0]));
return result?.give(frame)
}finally{
npc_release(call.header)
}
}})[name];
return{
array,
npc,
np_sum:fn("np_sum","np_sum",[["x",ndarray("int32")]],scalar("int32")),
}
};
const $compile=base64=>{
try{
return new WebAssembly.Module(Uint8Array.from(atob(base64),c=>c.charCodeAt(0)))
}catch(error){
error.message+=" (does the page's CSP allow 'wasm-unsafe-eval'?)";
throw error
}
};
export const { np_sum, array, npc } = $bind($compile("d2FzbQ=="));
export { PythonError, MemoryError, ValueError, OverflowError };
