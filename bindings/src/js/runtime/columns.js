  //#if containers
  //- Lists, sets, dicts and instances travel as columns; `form` tells which, and of what: ["list", ["float64"]].
  const $parts = ([kind, ...parts]) => (kind == "record" ? parts[1].map((field) => field[1]) : parts);
  const $width = (form) => {
    const [kind, dtype, rank] = form;
    if (kind == "none") return 0;
    if (kind == "scalar") return 1;
    if (kind == "array") return rank + 1;
    if (kind == "str") return 2;
    if (kind == "optional") return 1 + $width(dtype);
    return $parts(form).reduce((n, part) => n + $width(part), kind == "tuple" || kind == "record" ? 0 : 1);
  };
  const $refuse = (form, v, where) => $raise("TypeError", `${where}: expected a ${form[0] == "record" ? form[1] : form[0]}, got ${$got(v)}`);
  //- Adds a value to the columns from number `k` on.
  const $apart = (form, v, where, columns, k) => {
    const [kind, first, second] = form;
    if (kind == "none") return v === null ? k : $refuse(form, v, where);
    //#if complexes
    if (kind == "scalar") return columns[k].push($floats(first) > 1 ? $pair(v, first, where) : v), k + 1;
    //#else
    if (kind == "scalar") return columns[k].push(v), k + 1;
    //#end
    if (kind == "array") {
      const array = read(first, second, v, where);
      array.shape.forEach((n, axis) => columns[k + axis].push(n));
      //#if complexes
      $walk(array.shape, array.stride, array.offset, (at) => columns[k + second].push($element(first, array.data, at)));
      //#else
      $walk(array.shape, array.stride, array.offset, (at) => columns[k + second].push($value(first, array.data[at])));
      //#end
      return k + second + 1;
    }
    if (kind == "str") {
      const bytes = typeof v == "string" ? new TextEncoder().encode(v) : $refuse(form, v, where);
      columns[k].push(bytes.length);
      for (const byte of bytes) columns[k + 1].push(byte);
      return k + 2;
    }
    if (kind == "optional") {
      columns[k].push(v != null);
      return v == null ? k + $width(form) : $apart(first, v, where, columns, k + 1);
    }
    if (Object(v) !== v) $refuse(form, v, where);
    if (kind == "record") return second.reduce((k, [name, part]) => $apart(part, v[name], `${where}.${name}`, columns, k), k);
    if (kind == "tuple") return $parts(form).reduce((k, part, at) => $apart(part, v[at], `${where}[${at}]`, columns, k), k);
    const entries = kind == "dict" && !(v instanceof Map) ? Object.entries(v) : v;
    if (!entries[Symbol.iterator]) $refuse(form, v, where);
    let count = 0, next = k + 1;
    for (const entry of entries) {
      if (kind == "dict") $apart(second, entry[1], `${where}[${count}]`, columns, $apart(first, entry[0], `${where}[${count}]`, columns, next));
      else $apart(first, entry, `${where}[${count}]`, columns, next);
      count++;
    }
    columns[k].push(count);
    return k + $width(form);
  };
  //- Takes a value from the columns; `at` holds how far each has been read.
  const $together = (form, columns, at, k) => {
    const [kind, first, second] = form, next = (k) => columns[k][at[k]++];
    if (kind == "none") return null;
    //#if complexes
    if (kind == "scalar") return $element(first, columns[k], at[k]++);
    //#else
    if (kind == "scalar") return $value(first, next(k));
    //#end
    if (kind == "array") {
      const shape = Array.from({ length: second }, (_, axis) => Number(next(k + axis))), size = $product(shape), from = at[k + second];
      //#if complexes
      const data = columns[k + second].slice($floats(first) * from, $floats(first) * (at[k + second] += size));
      //#else
      const data = columns[k + second].slice(from, (at[k + second] += size));
      //#end
      return second == 1 ? data : new NDArray(first, shape, $strides(shape), 0, { data, free: null, headers: null });
    }
    if (kind == "str") return new TextDecoder().decode(columns[k + 1].slice(at[k + 1], (at[k + 1] += Number(next(k)))));
    if (kind == "optional") return next(k) ? $together(first, columns, at, k + 1) : null;
    if (kind == "tuple" || kind == "record") {
      let place = k;
      const members = $parts(form).map((part) => {
        const member = $together(part, columns, at, place);
        place += $width(part);
        return member;
      });
      return kind == "tuple" ? members : Object.fromEntries(second.map((field, at) => [field[0], members[at]]));
    }
    const items = Array.from({ length: Number(next(k)) }, () => {
      const item = $together(first, columns, at, k + 1);
      return kind == "dict" ? [item, $together(second, columns, at, k + 1 + $width(first))] : item;
    });
    return kind == "list" ? items : kind == "set" ? new Set(items) : new Map(items);
  };
  const container = (form, ...types) => {
    const inner = tuple(...types);
    return {
      ...inner,
      take(call, v, where) {
        const columns = types.map(() => []);
        $apart(form, v, where, columns, 0);
        types.forEach((type, k) => type.take(call, columns[k], where));
      },
      give(at, call) {
        const { resident } = call;
        call.resident = false;
        const columns = inner.give(at, call);
        call.resident = resident;
        return $together(form, columns, columns.map(() => 0), 0);
      },
      into(call, slot, out) { if (out != null) $raise("TypeError", `${call.name}(out): a container cannot be a destination`); },
    };
  };
  //#end
