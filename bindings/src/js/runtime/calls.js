  //- Positional and keyword arguments, converted; options go into the call as well.
  const accept = (name, params, args, call) => {
    const last = args[args.length - 1], parent = Object.getPrototypeOf;
    //- A plain object without data.
    if (Object(last) === last && !Object.hasOwn(last, "data") && !parent(parent(last) ?? last)) {
      args.pop();
      Object.keys(last).forEach((key) => {
        const k = params.findIndex((p) => p[0] == key);
        //#if array_results
        if (k < 0 && call.slots.length && /^(out|resident)$/.test(key)) call[key] = last[key];
        else
        //#end
        if (k < 0 || args[k] !== undefined) $raise("TypeError", `${name}() got ${k < 0 ? "an unexpected keyword argument" : "multiple values for argument"} '${key}'`);
        else args[k] = last[key];
      });
    }
    params.forEach((param, k) => {
      //#if defaults
      const value = args[k] === undefined ? param[2] : args[k];
      //#else
      const value = args[k];
      //#end
      if (value === undefined) $raise("TypeError", `${name}() missing 1 required positional argument: '${param[0]}'`);
      //#if !several
      const word = param[1].quick(value);
      if (word !== undefined) call.words[k] = word;
      else
      //#end
      param[1].take(call, value, `${name}(${param[0]})`);
    });
  };
  //#if sites
  const check = (status) => {
    //#if messages
    const text = taken(@message);
    //#end
    if (!status) return;
    const { sites, positions, files } = npc.interface, site = sites[get(@site) - 1], at = positions[get(@position)];
    //#if traces
    const count = get(@trace_count), traceback = [];
    for (let k = count - 1; k >= 0; k--) {
      const at = positions[view().getInt32(@trace + 4 * (k < 16 ? k : 16 + k % 16), true)];
      if (k < 16 || k >= count - 16) traceback.push({ file: files[at[0]], line: at[1], function: at[2] });
      else if (k == 16) traceback.push({ file: "", line: 0, function: `… ${count - 32} frames more` });
    }
    if (at) traceback.push({ file: files[at[0]], line: at[1], function: at[2] });
    //#end
    //#if messages
    $raise(site[0], site[1].replace(/{{|}}|{text}|{(\d+)}/g, (all, k) => (k ? view().getBigInt64(@args + 8 * k, true) : all[1] == "t" ? text : all[0])), { traceback@traceback });
    //#else
    //#if formats
    $raise(site[0], site[1].replace(/{{|}}|{(\d+)}/g, (all, k) => (k ? view().getBigInt64(@args + 8 * k, true) : all[0])), { traceback@traceback });
    //#else
    $raise(site[0], site[1], { traceback@traceback });
    //#end
    //#end
  };
  //#end
  //#if several
  //#if overloads
  const parts = new Map();
  //#end
  const fn = (name, entry, params, result, js) => {
    const count = params.length, target = exports[js ?? entry], quick = params.map((p) => p[1].quick), give = result?.give;
    //#if long_params
    const slow = !js && params.some((p) => p[1].long);
    //#end
    //#if array_results
    const slots = result?.slots?.(0) ?? [], into = result?.into;
    //#end
    //- The words of a call in which all arguments can go as they are: the usual case.
    const direct = (args) => {
      //#if long_params
      if (args.length > count || slow) return;
      //#else
      if (args.length > count) return;
      //#end
      const words = [@zeros];
      for (let k = 0; k < count; k++) {
        //#if defaults
        const word = quick[k](args[k] === undefined ? params[k][2] : args[k]);
        //#else
        const word = quick[k](args[k]);
        //#end
        if (word === undefined) return;
        words[k] = word;
      }
      return words;
    };
    //- All that may run code of the caller's before the call.
    const convert = (args, call) => {
      call.words = [];
      accept(name, params, args, call);
      //#if array_results
      into?.(call, 0, call.out);
      //#end
      //#if long_params
      const wide = !js || call.longs.some((at) => !Number.isSafeInteger(Number(call.words[at])));
      if (wide) call.target = exports[entry];
      call.longs.forEach((at) => (call.words[at] = wide ? BigInt(call.words[at]) : Number(call.words[at])));
      //#end
      return call;
    };
    const begin = (exact) => ({
      //#if long_params
      longs: [], target,
      //#end
      //#if array_results
      name, slots, kept: [], out: null, resident: false,
      //#end
      //#if arrays
      arrays: [], headers: [],
      //#end
      //#if overloads
      exact,
      //#end
      words: [],
    });
    const run = (call) => {
      const { words } = call;
      //#if written array_results
      let value, failed, status = 1;
      //#end
      //#if arrays
      try {
      //#end
        //#if array_results
        slots.forEach((at) => (put(frame + at, 0), put(frame + at + 24, 0)));
        //#end
        //#if arrays
        if (call.arrays.length) {
          place(call.arrays, call.headers, frame + (result?.bytes ?? 0));
          words.forEach((w, k) => typeof w == "object" && (words[k] = w.at));
        }
        //#end
        //#if written array_results
        try {
          status = enter(@target, words);
          value = finish(status, call);
        } catch (error) {
          failed = { error };
        }
        //- What was written goes to where it belongs; lists may have setters, so this comes last.
        call.arrays.forEach((a) => {
          if (!a.use || (a.use == "out" && status)) return;
          if (a.block) restore(a);
          a.back?.();
          if (a.list) $unpack(a.dtype, a.list, a.data);
        });
        //#else
        //#if sites
        check(enter(@target, words));
        //#else
        enter(@target, words);
        //#end
        return result?.give(frame);
        //#end
      //#if arrays
      } finally {
        call.headers.forEach((header) => npc_release(header));
      }
      //#end
      //#if written array_results
      if (failed) throw failed.error;
      return value;
      //#end
    };
    //#if array_results
    const finish = (status, call) => {
      try {
        //#if sites
        check(status);
        //#end
        return result?.give(frame, call, call.out);
      } catch (error) {
        call.kept.forEach((made) => made.dispose());
        throw error;
      } finally {
        slots.forEach((at) => npc_release(get(frame + at)));
      }
    };
    //#else
    //#if written
    const finish = (status) => {
      //#if sites
      check(status);
      //#end
      return result?.give(frame);
    };
    //#end
    //#end
    //- With words as they are nothing is to be freed or written back, but for the results' sake.
    const go = (words) => {
      //#if array_results
      if (slots.length) return run(Object.assign(begin(), { words }));
      //#end
      //#if sites
      check(enter(target, words));
      //#else
      enter(target, words);
      //#end
      return give?.(frame);
    };
    const made = { [name](...args) {
      const words = direct(args);
      return words ? go(words) : run(convert(args, begin()));
    } }[name];
    //#if overloads
    parts.set(made, { begin, direct, go, convert, run });
    //#end
    return made;
  };
  //#else
  const fn = (name, entry, params, result) => ({ [name](...args) {
    const call = { words: [], header: 0 };
    try {
      accept(name, params, args, call);
      //#if sites
      check(@entered);
      //#else
      @entered;
      //#end
      return result?.give(frame);
    } finally {
      npc_release(call.header);
    }
  } })[name];
  //#end
  //#if prints
  //- What the call has printed goes to the console, line by line.
  const printed = (status) => {
    const text = taken(@text);
    if (text) text.replace(/\n$/, "").split("\n").forEach((line) => console.log(line));
    return status;
  };
  //#end
  //#if recursion
  const enter = (target, words) => {
    try {
      //#if prints
      return printed(target(frame, @context, @words));
      //#else
      return target(frame, @context, @words);
      //#end
    } catch (error) {
      //- The stack of the engine ended before the depth that Python allows.
      put(@depth, 0);
      throw error instanceof RangeError ? $raise("RecursionError", "maximum recursion depth exceeded") : error;
    }
  };
  //#else
  //#if several
  //#if prints
  const enter = (target, words) => printed(target(frame, @context, @words));
  //#else
  const enter = (target, words) => target(frame, @context, @words);
  //#end
  //#end
  //#end
  //#if written array_results
  //- Copies a block of memory back.
  const restore = ({ dtype, dense, data, shape, stride, offset, lo, hi, base }) => {
    //#if complexes
    const floats = $floats(dtype), from = new $types[dtype](memory.buffer, base, floats * (hi - lo));
    if (dense) data.set(from, floats * lo);
    else $walk(shape, stride, offset, (at) => { for (let f = 0; f < floats; f++) data[floats * at + f] = from[floats * (at - lo) + f]; });
    //#else
    const from = new $types[dtype](memory.buffer, base, hi - lo);
    if (dense) data.set(from, lo);
    else $walk(shape, stride, offset, (at) => (data[at] = from[at - lo]));
    //#end
  };
  //#end
  //#if overloads
  //- The first signature that takes the arguments: as they are, else converted.
  const overloaded = (name, signatures, ...fns) => ({ [name](...args) {
    const all = fns.map((f) => parts.get(f));
    for (let k = 0; k < all.length; k++) {
      const words = all[k].direct(args);
      if (words) return all[k].go(words);
    }
    for (let k = 0; k < 2 * all.length; k++) {
      const { begin, convert, run } = all[k % all.length];
      let call;
      try {
        call = convert(args.slice(), begin(k < all.length));
      } catch (error) {
        if (/^(Type|Overflow)Error$/.test(error?.name)) continue;
        throw error;
      }
      return run(call);
    }
    $raise("TypeError", `no signature takes these arguments: ${signatures}`);
  } })[name];
  //#end
