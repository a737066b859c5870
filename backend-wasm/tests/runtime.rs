//! The allocator, entries, and what a module looks like from outside.
#![allow(missing_docs)]

mod common;

use common::{Build, Instance, compile, compile_module, module};
use npc_midend::abi::{buffer, context};
use npc_midend::ir::{BinaryOp, CastOp, CompareOp, MemType, Op};
use npc_midend::types::Type;
use npc_midend::{Convention, Func};

const I64: Type = Type::I64;

fn field(offset: u32) -> u32 {
    context::WASM_ADDRESS + offset
}

fn wrap(name: &str, params: &[Type], results: &[Type], op: impl Fn(&[npc_midend::ir::Value]) -> Op) -> Func {
    let (mut b, p) = Build::new(name, params, results);
    let values = b.op(op(&p), results);
    b.ret(&values);
    b.func
}

/// A module with `alloc`, `retain` and `release`.
fn allocator() -> Instance {
    let funcs = vec![
        wrap("alloc", &[I64], &[Type::Addr], |p| Op::Alloc(p[0])),
        wrap("retain", &[Type::Addr], &[], |p| Op::Retain(p[0])),
        wrap("release", &[Type::Addr], &[], |p| Op::Release(p[0])),
    ];
    Instance::new(&compile_module(module(funcs, 3)))
}

impl Instance {
    fn alloc(&mut self, bytes: i64) -> u32 {
        self.call::<_, i32>("alloc", bytes) as u32
    }

    fn release(&mut self, header: u32) {
        self.call::<_, ()>("release", header as i32);
    }

    fn in_use(&mut self) -> i64 {
        self.read_i64(field(context::IN_USE))
    }

    fn pages(&mut self) -> u64 {
        let memory = self.memory();
        memory.size(&self.store)
    }
}

#[test]
fn buffers_are_aligned_apart_and_counted() {
    let mut m = allocator();
    let mut live: Vec<(u32, i64)> = Vec::new();
    for bytes in (0..200).chain([1000, 4096, 65_536, 100_000, 1 << 20, 3 << 20, 123_457]) {
        let header = m.alloc(bytes);
        assert!(header >= field(context::SIZE) && header.is_multiple_of(16));
        assert_eq!(m.read_i64(header + buffer::COUNT), 1);
        assert_eq!(m.read_i64(header + buffer::SIZE), bytes);
        live.push((header, bytes));
    }
    assert_eq!(m.in_use(), live.iter().map(|(_, bytes)| bytes).sum::<i64>());
    let mut sorted = live.clone();
    sorted.sort_unstable();
    for pair in sorted.windows(2) {
        assert!(i64::from(pair[0].0 + buffer::DATA) + pair[0].1 <= i64::from(pair[1].0), "{pair:?} overlap");
    }
    let (last, bytes) = sorted[sorted.len() - 1];
    assert!(u64::from(last) + 16 + bytes as u64 <= m.pages() * 65_536);
    live.iter().for_each(|(header, _)| m.release(*header));
    assert_eq!(m.in_use(), 0);
}

#[test]
fn sizes_at_the_borders_of_classes_have_room() {
    let mut m = allocator();
    for exponent in 4..30 {
        for quarter in [4_i64, 5, 6, 7] {
            for delta in [-33, -17, -16, -15, -1, 0, 1] {
                let bytes = (quarter << exponent) / 4 - 16 + delta;
                if !(0..=1 << 26).contains(&bytes) {
                    continue;
                }
                let (a, b) = (m.alloc(bytes), m.alloc(bytes));
                assert!(i64::from(a.abs_diff(b)) >= bytes + 16, "{bytes}");
                m.release(a);
                m.release(b);
            }
        }
    }
    assert_eq!(m.in_use(), 0);
}

#[test]
fn counts_keep_buffers_alive() {
    let mut m = allocator();
    let header = m.alloc(40);
    m.call::<_, ()>("retain", header as i32);
    assert_eq!(m.read_i64(header), 2);
    m.release(header);
    assert_eq!(m.in_use(), 40);
    assert_ne!(m.alloc(40), header);
    m.release(header);
    assert_eq!(m.in_use(), 40);
    assert_eq!(m.alloc(40), header, "freed blocks come back");
}

#[test]
fn none_is_ignored() {
    let mut m = allocator();
    for _ in 0..3 {
        m.call::<_, ()>("retain", 0);
        m.release(0);
        m.release(0);
    }
    assert_eq!(m.in_use(), 0);
    assert!(m.alloc(0) > 0);
}

#[test]
fn countdown_refuses_one_allocation() {
    let mut m = allocator();
    m.write(field(context::ALLOC_COUNTDOWN), &3_i64.to_le_bytes());
    let results: Vec<_> = (0..5).map(|_| m.alloc(8) != 0).collect();
    assert_eq!(results, [true, true, false, true, true]);
    assert_eq!(m.read_i64(field(context::ALLOC_COUNTDOWN)), 0);
    assert_eq!(m.in_use(), 32);
}

#[test]
fn too_large_is_refused() {
    let mut m = allocator();
    for bytes in [1_i64 << 31, (1 << 31) + 1, 1 << 32, (1 << 32) + 8, i64::MAX, -1, i64::MIN] {
        assert_eq!(m.alloc(bytes), 0, "{bytes}");
    }
    assert_eq!((m.in_use(), m.pages()), (0, 2));
    assert!(m.alloc(100) > 0);
}

#[test]
fn memory_grows_far_and_is_used_again() {
    let mut m = allocator();
    let blocks: Vec<_> = (0..30).map(|_| m.alloc(5 << 20)).collect();
    assert!(blocks.iter().all(|block| *block != 0));
    assert!(m.pages() * 65_536 > 150 << 20);
    let pages = m.pages();
    assert!(pages * 65_536 < 300 << 20, "{pages}");
    blocks.into_iter().for_each(|block| m.release(block));
    let again: Vec<_> = (0..30).map(|_| m.alloc(5 << 20)).collect();
    assert!(again.iter().all(|block| *block != 0));
    assert_eq!(m.pages(), pages);
}

#[test]
fn up_to_four_gigabytes_and_then_no_more() {
    let mut m = allocator();
    let blocks: Vec<_> = (0..40).map(|_| m.alloc(200 << 20)).take_while(|block| *block != 0).collect();
    assert!(blocks.len() >= 16, "{} blocks", blocks.len());
    assert_eq!(m.alloc(400 << 20), 0);
    assert!(blocks.windows(2).all(|pair| pair[0] < pair[1]));
    while m.alloc(1 << 20) != 0 {}
    while m.alloc(1 << 10) != 0 {}
    while m.alloc(0) != 0 {}
    assert_eq!(m.alloc(0), 0);
}

#[test]
fn a_million_cycles_leave_memory_flat() {
    // for i in 0..n { x = x * 1103515245 + 12345; release(slots[x % 64]); slots[x % 64] = alloc(x % 4096) }
    let (mut b, p) = Build::new("churn", &[I64, I64], &[I64]);
    let zero = b.int(0);
    let table = b.one(Op::Const(60_000), Type::Addr);
    let results = b.for_(zero, p[0], &[p[1]], |b, label, _, c| {
        let (factor, term, sixteen, mask, size_mask, eight) =
            (b.int(1_103_515_245), b.int(12_345), b.int(16), b.int(63), b.int(4095), b.int(8));
        let product = b.binary(BinaryOp::Mul, c[0], factor);
        let x = b.add(product, term);
        let high = b.binary(BinaryOp::ShrU, x, sixteen);
        let entry = b.binary(BinaryOp::And, high, mask);
        let entry = b.binary(BinaryOp::Mul, entry, eight);
        let entry = b.one(Op::Cast(CastOp::ToAddr, entry), Type::Addr);
        let entry = b.add(table, entry);
        let old = b.one(Op::Load(MemType::Addr, entry, 0), Type::Addr);
        b.op(Op::Release(old), &[]);
        let bits = b.binary(BinaryOp::ShrU, x, eight);
        let size = b.binary(BinaryOp::And, bits, size_mask);
        let new = b.one(Op::Alloc(size), Type::Addr);
        b.op(Op::Store(MemType::Addr, entry, 0, new), &[]);
        b.next(label, &[x]);
    });
    b.ret(&results);
    let mut m = Instance::new(&compile(b.func));
    // The table lies in the heap.
    let reserved = m.call::<_, i32>("npc_alloc", 100_000);
    assert!(reserved < 60_000);
    let seed: i64 = m.call("churn", (50_000_i64, 1_i64));
    let pages = m.pages();
    m.call::<_, i64>("churn", (1_000_000_i64, seed));
    assert!(m.pages() <= pages + 4, "{} pages after {pages}", m.pages());
    assert!(m.in_use() < 100_000 + 64 * 4096);
}

#[test]
fn entries_take_the_context_second() {
    let (mut b, p) = Build::new("entry", &[Type::Addr, Type::F64], &[Type::I32]);
    b.func.convention = Convention::Entry;
    b.func.can_raise = true;
    b.op(Op::Store(MemType::F64, p[0], 0, p[1]), &[]);
    let context = b.one(Op::Context, Type::Addr);
    let position = b.int(9);
    b.op(Op::Store(MemType::I64, context, context::POSITION, position), &[]);
    let status = b.i32(1);
    b.ret(&[status]);
    let mut f = Instance::new(&compile(b.func));
    let context = context::WASM_ADDRESS as i32;
    assert_eq!(f.call::<_, i32>("entry", (8000, context, 2.5)), 1);
    assert_eq!(f.read_i64(8000), 2.5_f64.to_bits() as i64);
    assert_eq!(f.read_i64(field(context::POSITION)), 9);
}

#[test]
fn modules_have_no_imports_and_the_usual_exports() {
    let wasm = compile(wrap("f", &[I64], &[I64], |p| Op::Binary(BinaryOp::Add, p[0], p[0])));
    let engine = wasmtime::Engine::default();
    let module = wasmtime::Module::new(&engine, &wasm).expect("module");
    assert_eq!(module.imports().count(), 0);
    let names: Vec<_> = module.exports().map(|export| export.name().to_string()).collect();
    assert_eq!(names, ["memory", "f", "npc_alloc", "npc_release"]);
    let text = wasmprinter::print_bytes(&wasm).expect("printable");
    assert!(text.contains("npc.abi") && text.contains("$alloc"), "{text}");
}

/// `np.sum` of a one-dimensional int32 array: descriptor checks, a strided loop, an error exit.
fn sum_of_int32() -> Func {
    let (mut b, p) = Build::new("total", &[Type::Addr, Type::Addr], &[Type::I32]);
    b.func.convention = Convention::Entry;
    b.func.can_raise = true;
    let (four, zero) = (b.int(4), b.int(0));
    let failed = b.scope(&[Type::I32, Type::I32], |b, err| {
        let fail = |b: &mut Build, site: i32| {
            let (site, position) = (b.i32(site), b.i32(3));
            b.exit(err, &[site, position]);
        };
        let itemsize = b.one(Op::Load(MemType::I64, p[1], 16), I64);
        let wrong = b.compare(CompareOp::Ne, itemsize, four);
        b.if_(wrong, &[], |b| fail(b, 1), |b| b.yields(&[]));
        let n = b.one(Op::Load(MemType::I64, p[1], 32), I64);
        let negative = b.compare(CompareOp::Lt, n, zero);
        b.if_(negative, &[], |b| fail(b, 2), |b| b.yields(&[]));
        let nitems = b.one(Op::Load(MemType::I64, p[1], 8), I64);
        let other = b.compare(CompareOp::Ne, nitems, n);
        b.if_(other, &[], |b| fail(b, 3), |b| b.yields(&[]));
        let data = b.one(Op::Load(MemType::Addr, p[1], 24), Type::Addr);
        let stride = b.one(Op::Load(MemType::I64, p[1], 40), I64);
        let sum = b.for_(zero, n, &[zero], |b, label, i, c| {
            let offset = b.binary(BinaryOp::Mul, i, stride);
            let offset = b.one(Op::Cast(CastOp::ToAddr, offset), Type::Addr);
            let place = b.add(data, offset);
            let x = b.one(Op::Load(MemType::I32, place, 0), Type::I32);
            let x = b.one(Op::Cast(CastOp::WidenS, x), I64);
            let sum = b.add(c[0], x);
            b.next(label, &[sum]);
        });
        b.op(Op::Store(MemType::I64, p[0], 0, sum[0]), &[]);
        let ok = b.i32(0);
        b.ret(&[ok]);
    });
    let context = b.one(Op::Context, Type::Addr);
    for (at, value) in [(context::SITE, failed[0]), (context::POSITION, failed[1])] {
        let none = b.i32(0);
        let known = b.compare(CompareOp::Ne, value, none);
        b.if_(
            known,
            &[],
            |b| {
                let wide = b.one(Op::Cast(CastOp::WidenU, value), I64);
                b.op(Op::Store(MemType::I64, context, at, wide), &[]);
                b.yields(&[]);
            },
            |b| b.yields(&[]),
        );
    }
    let one = b.i32(1);
    b.ret(&[one]);
    b.func
}

#[test]
fn a_sum_is_small_and_right() {
    let wasm = compile(sum_of_int32());
    let code = wasmparser::Parser::new(0)
        .parse_all(&wasm)
        .find_map(|payload| match payload {
            Ok(wasmparser::Payload::CodeSectionStart { size, .. }) => Some(size as usize),
            _ => None,
        })
        .expect("code section");
    let bodies = wasmparser::Parser::new(0).parse_all(&wasm).filter_map(|payload| match payload {
        Ok(wasmparser::Payload::CodeSectionEntry(body)) => Some(body.as_bytes().len()),
        _ => None,
    });
    println!("module {} bytes, code section {code} bytes, functions {:?}", wasm.len(), bodies.collect::<Vec<_>>());
    assert!(wasm.len() <= 620 && code <= 450, "module {} bytes, code {code} bytes", wasm.len());
    let mut f = Instance::new(&wasm);
    let data: Vec<u8> = [5_i32, -7, 100, 2].iter().flat_map(|x| x.to_le_bytes()).collect();
    let describe = |itemsize: i64, nitems: i64, n: i64| -> Vec<u8> {
        [0, nitems, itemsize, 9000, n, 4].iter().flat_map(|x| x.to_le_bytes()).collect()
    };
    f.write(9000, &data);
    f.write(8000, &describe(4, 4, 4));
    assert_eq!(f.call::<_, i32>("total", (7000, 16, 8000)), 0);
    assert_eq!(f.read_i64(7000), 100);
    for (descriptor, site) in [(describe(8, 4, 4), 1), (describe(4, -1, -1), 2), (describe(4, 3, 4), 3)] {
        f.write(8000, &descriptor);
        assert_eq!(f.call::<_, i32>("total", (7000, 16, 8000)), 1);
        assert_eq!((f.read_i64(field(context::SITE)), f.read_i64(field(context::POSITION))), (site, 3));
    }
}
