//! The IR: every operation, with its text form, typing rule and meaning.
//!
//! Structured SSA. A function owns its values, operations and blocks; a block is a list of operations, the last of
//! which is a terminator. `if`, `loop`, `for` and `scope` hold blocks; their results are what the terminators that
//! leave them hand over. A value is visible after its definition in its block and in all blocks nested there.
//!
//! Three phases, each defined by what is gone (`verify.rs` holds the lists):
//!
//! * [`Phase::Arrays`]: whole-array operations (`each`, `view`) beside scalars and element loads.
//! * [`Phase::Loops`]: no `each`; counted loops, `load_elem`, `store_elem`, explicit `index` checks.
//! * [`Phase::Flat`]: scalars of four machine types, addresses, loads and stores; errors are ordinary control flow.
//!
//! Every scalar operation is total: integer division by zero is 0, shift counts beyond the width give 0 or the sign,
//! float to integer saturates. Operations that raise carry a [`Site`]. Guards are expanded on the way to `Flat`.

use crate::cells::{CellField, CellLayout};
use crate::types::Type;
use crate::vector::VecOp;
use cranelift_entity::entity_impl;
use smallvec::SmallVec;

/// An SSA value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Value(u32);
entity_impl!(Value, "%");

/// An operation in a function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Inst(u32);
entity_impl!(Inst, "inst");

/// A list of operations; also the label of the region it is the body of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Block(u32);
entity_impl!(Block, "^");

/// A function of a module.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FuncId(u32);
entity_impl!(FuncId, "@");

/// Exception type and message of something that can raise: an index into [`crate::Module::sites`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Site(u32);
entity_impl!(Site, "site");

/// Constant bytes, such as those of a string: an index into [`crate::Module::data`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Data(u32);
entity_impl!(Data, "data");

/// A mutable variable that owns a reference to a buffer; zero on entry of the function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot(u32);
entity_impl!(Slot, "slot");

/// A mutable variable of a function, of one type; zero (for an array: none) on entry of the function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Var(u32);
entity_impl!(Var, "var");

/// A short list of values.
pub type Values = SmallVec<[Value; 4]>;

/// How far lowering has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Phase {
    /// Whole-array operations.
    Arrays,
    /// Loops over elements.
    Loops,
    /// Scalars and memory.
    Flat,
}

/// Operations on one scalar.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOp {
    /// Negation; integers wrap. Not for bool.
    Neg,
    /// Absolute value; `INT_MIN` stays.
    Abs,
    /// Bitwise complement; logical for bool.
    Not,
    /// IEEE square root.
    Sqrt,
    /// Round towards −∞.
    Floor,
    /// Round towards +∞.
    Ceil,
    /// Round towards 0.
    Trunc,
    /// Round to nearest, ties to even.
    Rint,
    /// Leading zeros.
    Clz,
    /// Trailing zeros.
    Ctz,
    /// Number of set bits.
    Popcnt,
}

/// Operations on two scalars of one type, with a result of that type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinaryOp {
    /// Sum; integers wrap. In every phase also for `addr`.
    Add,
    /// Difference; integers wrap.
    Sub,
    /// Product; integers wrap. In every phase also for `addr`.
    Mul,
    /// IEEE division; floats only.
    Div,
    /// Floor division of integers; 0 when the divisor is 0, `INT_MIN // -1` is `INT_MIN`. Gone in `Flat`.
    FloorDiv,
    /// Remainder with the divisor's sign, integers; 0 when the divisor is 0. Gone in `Flat`.
    FloorRem,
    /// Remainder with the dividend's sign, integers (C's `%`); 0 when the divisor is 0. Gone in `Flat`.
    TruncRem,
    /// Bitwise and; logical for bool.
    And,
    /// Bitwise or; logical for bool.
    Or,
    /// Bitwise exclusive or.
    Xor,
    /// Left shift; a count outside `0..bits` gives 0. In `Flat`: `i32`/`i64` with a count in range.
    Shl,
    /// Right shift by the type's signedness; a count outside `0..bits` gives 0 or −1. In `Flat`: arithmetic, count in range.
    Shr,
    /// Logical right shift of the bits, count taken modulo the width; `i32` and `i64`.
    ShrU,
    /// Smaller value; NaN if either is, −0 before +0 (wasm's `min`).
    Min,
    /// Larger value; NaN if either is, +0 after −0 (wasm's `max`).
    Max,
    /// Magnitude of the first, sign of the second; floats.
    Copysign,
    /// Only in `Flat`: bare signed division; the divisor is neither 0 nor −1 with `INT_MIN`.
    DivS,
    /// Only in `Flat`: bare unsigned division; the divisor is not 0.
    DivU,
    /// Only in `Flat`: bare signed remainder; the divisor is not 0.
    RemS,
    /// Only in `Flat`: bare unsigned remainder; the divisor is not 0.
    RemU,
}

/// Comparisons; the result is bool. Signedness follows the type; the `U` forms are for `Flat`, where types have none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CompareOp {
    /// Equal; false for NaN.
    Eq,
    /// Not equal; true for NaN.
    Ne,
    /// Less.
    Lt,
    /// Less or equal.
    Le,
    /// Greater.
    Gt,
    /// Greater or equal.
    Ge,
    /// Unsigned less (`i32`, `i64`, `addr`).
    LtU,
    /// Unsigned less or equal.
    LeU,
    /// Unsigned greater.
    GtU,
    /// Unsigned greater or equal.
    GeU,
}

/// Arithmetic on Python ints (`i64`) that raises OverflowError beyond 64 bits. Gone in `Flat`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CheckedOp {
    /// Sum.
    Add,
    /// Difference.
    Sub,
    /// Product.
    Mul,
}

/// Conversions between machine types; only in `Flat`. The result type is the value's.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CastOp {
    /// `i32 → i32` or `i64 → i64`: sign-extends the low 8 bits.
    Extend8,
    /// `i32 → i32` or `i64 → i64`: sign-extends the low 16 bits.
    Extend16,
    /// `i32 → i64`, signed.
    WidenS,
    /// `i32`/`bool → i64`, unsigned.
    WidenU,
    /// `i64 → i32`, low half.
    Narrow,
    /// `i32 ↔ bool`: the same bits (the value is 0 or 1).
    Bool,
    /// Signed integer to float.
    FloatS,
    /// Unsigned integer to float.
    FloatU,
    /// Float to signed integer, saturating, NaN to 0.
    IntS,
    /// Float to unsigned integer, saturating, NaN to 0.
    IntU,
    /// `f32 → f64`.
    Promote,
    /// `f64 → f32`.
    Demote,
    /// Same bits: `i32 ↔ f32`, `i64 ↔ f64`.
    Bits,
    /// `i64 → addr`: the low half on wasm32.
    ToAddr,
    /// `addr → i64`, zero-extended on wasm32.
    FromAddr,
}

/// How elements meet on a reduced axis.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Combiner {
    /// Sum from 0; integers wrap; floats in NumPy's pairwise order (`tests/numpy_order/model.py` is the rule). A body that
    /// yields its one element unchanged sums the input itself, whose strides then decide which elements form a run; any
    /// other body sums a temporary, dense in the K order of the inputs.
    Sum,
    /// Sum of floats with a cast (`dtype=`, `mean` of ints): as `Sum`, but no run is longer than 8192 elements. A body
    /// that only converts its one element sums the input itself.
    SumBlocks,
    /// Product, in order.
    Prod,
    /// Minimum with NumPy's NaN rule; raises on no elements (checked before).
    Min,
    /// Maximum.
    Max,
    /// Logical and of bools.
    And,
    /// Logical or of bools.
    Or,
    /// Index of the first minimum, NaN first; the result is i64.
    ArgMin,
    /// Index of the first maximum, NaN first; the result is i64.
    ArgMax,
}

/// The two parts of a complex number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    /// The real part, first in memory.
    Real,
    /// The imaginary part.
    Imag,
}

/// What an `each` makes of one value of its body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Output {
    /// A fresh array over all axes: of the layout that the result type says, else in NumPy's K order of the inputs (C order
    /// if the body is indexed). So is every other fresh result, but indices (`ArgMin`, `ArgMax`) are in C order.
    Fresh,
    /// A store into this array, whose rank and extents are the loop's. Yields no result.
    Into(Value),
    /// As `Into`, only where the value yielded next (a bool, no output of its own) is true.
    IntoWhere(Value),
    /// A reduction over the reduce axes: a scalar if every axis is one, else a fresh array over the parallel axes.
    Reduce(Combiner),
    /// A running reduction (`Sum` or `Prod`, in order) along the one scan axis: a fresh array over all axes.
    Scan(Combiner),
}

/// What an axis of an `each` is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AxisKind {
    /// Iterations are independent.
    Parallel,
    /// Reduced.
    Reduce,
    /// Running reduction along this axis.
    Scan,
}

/// A loop over whole arrays.
#[derive(Clone, PartialEq, Debug)]
pub struct Each {
    /// Extent of each axis, i64.
    pub extents: Values,
    /// Kind of each axis.
    pub kinds: SmallVec<[AxisKind; 4]>,
    /// Arrays of the loop's rank, each with exactly the loop's extents (broadcast views have stride 0).
    pub inputs: Values,
    /// True if the body takes the index along each axis (i64, C order of iteration) after the elements.
    pub indexed: bool,
    /// Pure and total; parameters are the elements, ends in `yield` with one value per output (two for `IntoWhere`).
    pub body: Block,
    /// What becomes of the yielded values.
    pub outputs: SmallVec<[Output; 2]>,
    /// Where running out of memory is reported.
    pub site: Site,
}

/// One axis of a view.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ViewAxis {
    /// Extent of the new axis, i64.
    pub extent: Value,
    /// The base's axis that it walks, and by how many of that axis' elements a step goes (i64); `None`: stride 0.
    pub source: Option<(u8, Value)>,
}

/// An affine view: `result[i…] = base[offset + scale·i …]`.
#[derive(Clone, PartialEq, Debug)]
pub struct View {
    /// The array viewed.
    pub base: Value,
    /// Per axis of the base that does not start at 0: axis and start (i64).
    pub offsets: SmallVec<[(u8, Value); 2]>,
    /// The axes of the result.
    pub axes: SmallVec<[ViewAxis; 4]>,
}

/// One operation. Each line of a doc comment shows the text form first.
#[derive(Clone, PartialEq, Debug)]
pub enum Op {
    // ---- scalars, in every phase unless said otherwise
    /// `%r = const 5 : i64`. The bits: integers sign- or zero-extended, bool 0/1, floats as their bits.
    Const(u64),
    /// `%r = neg %x`
    Unary(UnaryOp, Value),
    /// `%r = add %x, %y`
    Binary(BinaryOp, Value, Value),
    /// `%r = lt %x, %y`
    Compare(CompareOp, Value, Value),
    /// `%r = select %cond, %x, %y`
    Select(Value, Value, Value),
    /// `%r = convert %x : f64`. Between any two dtypes: integers wrap, floats saturate, bool is `!= 0`. Gone in `Flat`.
    Convert(Value),
    /// `%z = complex %re, %im`: of two floats of one dtype. Gone in `Flat`, where a complex number is two floats; before,
    /// it takes `neg`, `add`, `sub`, `mul`, `min`, `max` (NumPy's: NaN wins), comparisons (in the order of NumPy's loops:
    /// by the real parts, then by the imaginary ones), `select` and `convert` (to a real number: of the real part).
    Complex(Value, Value),
    /// `%x = real %z`, `%x = imag %z`. Gone in `Flat`.
    Part(Part, Value),
    /// `%r = bitcast %x : i64`. Same bits, NaN payloads as they are. Gone in `Flat` ([`CastOp::Bits`]).
    Bitcast(Value),
    /// `%r = widen_s %x : i64`. Only in `Flat`.
    Cast(CastOp, Value),

    // ---- vectors; not in `Arrays`
    /// `%r = vec.add.f64 %x, %y`: see [`crate::vector`].
    Vector(VecOp, Values),
    /// `%r = load_vec %a [%i, %j]`: the 16 bytes from this element on; every element in them is in range, and they lie one after
    /// the other. Gone in `Flat`.
    LoadVector(Value, Values),
    /// `store_vec %a [%i, %j], %x`. Gone in `Flat`.
    StoreVector(Value, Values, Value),

    // ---- scalars that raise; gone in `Flat`
    /// `%r = checked_add %x, %y, site3`
    Checked(CheckedOp, Value, Value, Site),
    /// `check %cond, site3(%a, %b)`: raises unless `%cond`; the arguments (i64) go into the message.
    Check(Value, Site, Values),
    /// `%j = index %i, %n, site3`: wraps a negative `%i` (i64) once and yields the index that loads take; raises
    /// with `(%i, %n)` unless it lies in `0..n`. No other operation hides a bounds check.
    Index(Value, Value, Site),

    // ---- exceptions; gone in `Flat`
    /// `%r… = try : i64 { … yield … } catch { … yield … }`: where an operation in the first block raises, or a call of it does, the
    /// second block runs instead of what is left of the first one. The error record in the context tells what was raised.
    Try(Block, Block),
    /// `%b = is_raised %x, site3`: true if `%x`, a site as the error record has it (i32), raises the exception of `site3` or
    /// one derived from it (`exceptions.rs`).
    IsRaised(Value, Site),
    /// `%n = site_number site3`: the site as an error record has it (i32).
    SiteNumber(Site),

    // ---- arrays; gone in `Flat`
    /// `%n = dim %a, 0`
    Dim(Value, u8),
    /// `%s = stride %a, 0`: bytes, i64.
    Stride(Value, u8),
    /// `%v = view %a [%start, …] (%n by 0*%step, …)`
    View(Box<View>),
    /// `%v = reinterpret_layout %a`: the same array under a type that says more or less of its layout.
    AssumeLayout(Value),
    /// `%v = real_parts %a`, `%v = imag_parts %a`: the parts of the elements of a complex array, as a view.
    PartView(Part, Value),
    /// `%a = empty (%n, %m), site3`: fresh memory, C or F by the result type. Raises MemoryError, ValueError for a negative extent.
    Empty(Values, Site),
    /// `%o = empty_like (%a…), site3`: fresh memory with the rank and extents of the given arrays (at least one), dense in
    /// the order that `order_axes` of them has (NumPy's K order); the dtype is the result type's. Raises MemoryError.
    EmptyLike(Values, Site),
    /// `%b… = order_axes (%a…)`: the same arrays, of one shape, with axes permuted by decreasing |stride| (NumPy's stable
    /// insertion sort over all operands; a stride of 0 or an extent of 1 says nothing). Then the innermost axis takes in
    /// its neighbours as long as they continue it in every operand (`stride[k] == stride[k+1] * extent[k+1]`; stride 0
    /// continues only stride 0). Axes of extent 1, also those taken in, stand in front; their strides mean nothing.
    OrderAxes(Values),
    /// `%x = load_elem %a [%i, %j]`: every index is in range.
    LoadElem(Value, Values),
    /// `store_elem %a [%i, %j], %x`
    StoreElem(Value, Values, Value),
    /// `%r… = each …`. Gone in `Loops`.
    Each(Box<Each>),
    /// `%b = borrowed %a`: true if the memory is the caller's, not a buffer's.
    Borrowed(Value),
    /// `%b = overlap %a, %b`: true if the memory of the two may overlap (by their bounds).
    Overlap(Value, Value),
    /// `%b = same_place %a, %b`: true if the two start at one address. Of arrays of one shape, in an entry, it tells whether a function
    /// has made its result where the caller wants it ([`crate::place_results`]).
    SamePlace(Value, Value),
    /// `%a = load_descriptor %p`: the array that a caller describes; itemsize, nitems and data are checked.
    LoadDescriptor(Value, Site),
    /// `%a = load_destination %p`: the same for a result; without elements, and not checked, if the address of the data is 0.
    LoadDestination(Value, Site),
    /// `%a = array_at %p, %n`: the 1-d array of `%n` (i64) elements, one after the other, from an address on; it borrows the memory.
    ArrayAt(Value, Value),
    /// `store_descriptor %p, %a`: hands the array to the caller; its reference moves with it.
    StoreDescriptor(Value, Value),

    // ---- cells ([`crate::cells`]); gone in `Flat`
    /// `%r = new_cells %n, (24, 1), site3`: a buffer of `%n` cells (i64, ≥ 0) of 24 bytes, the first 8 of which are a reference.
    /// All bytes are 0. Raises MemoryError.
    NewCells(Value, CellLayout, Site),
    /// `%x = load_cell %r [%i], (24, 8, 0) : f64`: a field of a cell that exists. Scalars, references and arrays.
    LoadCell(Value, Value, CellField),
    /// `store_cell %r [%i], (24, 8, 0), %x`: takes a reference to what it stores and releases what was there.
    StoreCell(Value, Value, CellField, Value),
    /// `move_cells %r [%i], %s [%j], %n, 24`: moves `%n` cells of 24 bytes from `%s` on to `%r`; the two ranges may overlap. What was
    /// there must be 0, and what is left behind is.
    MoveCells(Values, u32),

    // ---- ownership; inserted by the pass `own_buffers`, gone in `Flat`
    /// `own slot1, %a`: the slot takes over the reference that came with `%a`; what it held is released.
    Own(Slot, Value),
    /// `share slot1, %a`: as `own`, after taking a new reference.
    Share(Slot, Value),
    /// `drop slot1`: releases what the slot holds.
    Drop(Slot),
    /// `forget slot1`: the reference has moved elsewhere.
    Forget(Slot),
    /// `retain %a`: takes a reference, for a result.
    RetainArray(Value),

    // ---- memory and run time; only in `Flat`, but for entries
    /// `%x = load %p + 8 : i32`. `DType` of memory comes with the operation: narrow integers extend to `i32`.
    Load(MemType, Value, u32),
    /// `store i32 %p + 8, %x`
    Store(MemType, Value, u32, Value),
    /// `%p = context`: address of the context.
    Context,
    /// `%p = address_of data3`: address of constant bytes. In every phase.
    AddressOf(Data),
    /// `%p = alloc %bytes`: address of a buffer's header with one reference, 0 if there is no memory (`%bytes`: i64, ≥ 0).
    Alloc(Value),
    /// `retain_buffer %p`: one more reference; 0 is ignored.
    Retain(Value),
    /// `release_buffer %p`: one reference less, freed with the last; 0 is ignored.
    Release(Value),
    /// `%p = slot_get slot1`
    SlotGet(Slot),
    /// `slot_set slot1, %p`
    SlotSet(Slot, Value),

    // ---- variables, in every phase
    /// `set_var var1, %x`: from here on the variable holds `%x`. It keeps an array alive.
    SetVar(Var, Value),
    /// `%x = get_var var1`: what the variable holds. An array stays alive as long as `%x` is used, whatever is set meanwhile.
    GetVar(Var),

    // ---- calls
    /// `%r… = call @f (%x, …)`. In `Flat`, a callee that can raise returns its status (i32) first.
    Call(FuncId, Values),

    // ---- structure
    /// `%r… = if %cond { … yield … } else { … yield … }`
    If(Value, Block, Block),
    /// `%r… = scope ^b { … exit ^b (…) }`: runs once.
    Scope(Block),
    /// `%r… = loop ^b (%p = %init, …) { … next ^b (…) … exit ^b (…) }`: runs until an `exit`.
    Loop(Values, Block),
    /// `%r… = for ^b %i in %lo..%hi (%p = %init, …) { … next ^b (…) }`: `%i` (i64) counts from `lo` to `hi` − 1; the
    /// parameters after it are carried; results are the carried values at the end, or those of an `exit`.
    For(Value, Value, Values, Block),

    // ---- terminators
    /// `yield %x, …`: ends an arm of an `if` or the body of an `each`.
    Yield(Values),
    /// `exit ^b (%x, …)`: leaves the `scope`, `loop` or `for` whose body is `^b`.
    Exit(Block, Values),
    /// `next ^b (%x, …)`: next iteration of the `loop` or `for`.
    Next(Block, Values),
    /// `return %x, …`
    Return(Values),
    /// `raise site3 (%a, …)`. Gone in `Flat`.
    Raise(Site, Values),
    /// `reraise`: raises what the error record says. Gone in `Flat`.
    Reraise,
    /// `unreachable`: after a call that always raises.
    Unreachable,
}

/// Types of memory accesses.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MemType {
    /// One byte, sign-extended to i32.
    I8,
    /// One byte, zero-extended to i32 (also bool).
    U8,
    /// Two bytes, sign-extended to i32.
    I16,
    /// Two bytes, zero-extended to i32.
    U16,
    /// Four bytes.
    I32,
    /// Eight bytes.
    I64,
    /// Binary32.
    F32,
    /// Binary64.
    F64,
    /// Sixteen bytes, aligned or not.
    Vector,
    /// An address in a field of 8 bytes (its low half on wasm32; stores write a zero upper half).
    Addr,
}

impl MemType {
    /// The type of the value that a load yields and a store takes.
    pub fn value_type(self) -> Type {
        match self {
            MemType::I8 | MemType::U8 | MemType::I16 | MemType::U16 | MemType::I32 => Type::I32,
            MemType::I64 => Type::I64,
            MemType::F32 => Type::F32,
            MemType::F64 => Type::F64,
            MemType::Vector => Type::Vector,
            MemType::Addr => Type::Addr,
        }
    }
}

impl Op {
    /// True for the operations that end a block.
    pub fn is_terminator(&self) -> bool {
        matches!(
            self,
            Op::Yield(_) | Op::Exit(..) | Op::Next(..) | Op::Return(_) | Op::Raise(..) | Op::Reraise | Op::Unreachable
        )
    }

    /// True if the operation itself can raise (calls are looked up in the module).
    pub fn raise_site(&self) -> Option<Site> {
        match self {
            Op::Checked(_, _, _, site)
            | Op::Check(_, site, _)
            | Op::Index(_, _, site)
            | Op::Empty(_, site)
            | Op::EmptyLike(_, site)
            | Op::LoadDescriptor(_, site)
            | Op::LoadDestination(_, site)
            | Op::NewCells(_, _, site)
            | Op::Raise(site, _) => Some(*site),
            Op::Each(each) => each.allocates().then_some(each.site),
            _ => None,
        }
    }

    /// The site that the operation names, to be changed.
    pub fn site_mut(&mut self) -> Option<&mut Site> {
        match self {
            Op::Checked(_, _, _, site)
            | Op::Check(_, site, _)
            | Op::Index(_, _, site)
            | Op::Empty(_, site)
            | Op::EmptyLike(_, site)
            | Op::LoadDescriptor(_, site)
            | Op::LoadDestination(_, site)
            | Op::NewCells(_, _, site)
            | Op::Raise(site, _)
            | Op::IsRaised(_, site)
            | Op::SiteNumber(site) => Some(site),
            Op::Each(each) => Some(&mut each.site),
            _ => None,
        }
    }

    /// True if the operation reads no memory, writes none, does not raise and has no structure: equal operands give
    /// equal results, and an unused one can go. (`dim` and `view` of an array value never change.)
    pub fn is_pure(&self) -> bool {
        matches!(
            self,
            Op::Const(_)
                | Op::Unary(..)
                | Op::Binary(..)
                | Op::Compare(..)
                | Op::Select(..)
                | Op::Convert(_)
                | Op::Bitcast(_)
                | Op::Complex(..)
                | Op::Part(..)
                | Op::PartView(..)
                | Op::Cast(..)
                | Op::Vector(..)
                | Op::Dim(..)
                | Op::Stride(..)
                | Op::View(_)
                | Op::AssumeLayout(_)
                | Op::OrderAxes(_)
                | Op::Borrowed(_)
                | Op::Overlap(..)
                | Op::SamePlace(..)
                | Op::IsRaised(..)
                | Op::SiteNumber(_)
                | Op::Context
                | Op::AddressOf(_)
                | Op::ArrayAt(..)
        )
    }

    /// The blocks that the operation holds.
    pub fn blocks(&self) -> SmallVec<[Block; 2]> {
        match self {
            Op::If(_, then, els) | Op::Try(then, els) => SmallVec::from_slice(&[*then, *els]),
            Op::Scope(body) | Op::Loop(_, body) | Op::For(_, _, _, body) => SmallVec::from_slice(&[*body]),
            Op::Each(each) => SmallVec::from_slice(&[each.body]),
            _ => SmallVec::new(),
        }
    }

    /// Calls `f` with every operand, in text order, so that it can be read or replaced.
    pub fn for_each_operand_mut(&mut self, f: &mut impl FnMut(&mut Value)) {
        match self {
            Op::Const(_)
            | Op::Context
            | Op::AddressOf(_)
            | Op::Scope(_)
            | Op::Try(..)
            | Op::Reraise
            | Op::SiteNumber(_)
            | Op::Unreachable => {}
            Op::Drop(_) | Op::Forget(_) | Op::SlotGet(_) | Op::GetVar(_) => {}
            Op::Unary(_, x)
            | Op::Convert(x)
            | Op::Bitcast(x)
            | Op::Cast(_, x)
            | Op::Part(_, x)
            | Op::PartView(_, x)
            | Op::Dim(x, _)
            | Op::Stride(x, _)
            | Op::AssumeLayout(x)
            | Op::Borrowed(x)
            | Op::LoadDescriptor(x, _)
            | Op::LoadDestination(x, _)
            | Op::NewCells(x, ..)
            | Op::Own(_, x)
            | Op::Share(_, x)
            | Op::RetainArray(x)
            | Op::Load(_, x, _)
            | Op::Alloc(x)
            | Op::Retain(x)
            | Op::Release(x)
            | Op::SlotSet(_, x)
            | Op::SetVar(_, x)
            | Op::IsRaised(x, _)
            | Op::If(x, _, _) => f(x),
            Op::Binary(_, x, y)
            | Op::Complex(x, y)
            | Op::Compare(_, x, y)
            | Op::Checked(_, x, y, _)
            | Op::Index(x, y, _)
            | Op::Overlap(x, y)
            | Op::SamePlace(x, y)
            | Op::ArrayAt(x, y)
            | Op::StoreDescriptor(x, y)
            | Op::LoadCell(x, y, _)
            | Op::Store(_, x, _, y) => {
                f(x);
                f(y);
            }
            Op::Select(x, y, z) | Op::StoreCell(x, y, _, z) => {
                f(x);
                f(y);
                f(z);
            }
            Op::Check(cond, _, args) => {
                f(cond);
                args.iter_mut().for_each(f);
            }
            Op::View(view) => view.for_each_operand_mut(f),
            Op::Each(each) => each.for_each_operand_mut(f),
            Op::Empty(values, _)
            | Op::EmptyLike(values, _)
            | Op::OrderAxes(values)
            | Op::Call(_, values)
            | Op::Loop(values, _)
            | Op::Yield(values)
            | Op::Exit(_, values)
            | Op::Next(_, values)
            | Op::Return(values)
            | Op::Vector(_, values)
            | Op::MoveCells(values, _)
            | Op::Raise(_, values) => values.iter_mut().for_each(f),
            Op::LoadElem(array, at) | Op::LoadVector(array, at) => {
                f(array);
                at.iter_mut().for_each(f);
            }
            Op::StoreElem(array, at, value) | Op::StoreVector(array, at, value) => {
                f(array);
                at.iter_mut().for_each(&mut *f);
                f(value);
            }
            Op::For(lo, hi, inits, _) => {
                f(lo);
                f(hi);
                inits.iter_mut().for_each(f);
            }
        }
    }

    /// All operands, in text order.
    pub fn operands(&self) -> Values {
        let mut values = Values::new();
        // Operands are visited through one function so that their list stands in one place.
        self.clone().for_each_operand_mut(&mut |value| values.push(*value));
        values
    }
}

impl View {
    fn for_each_operand_mut(&mut self, f: &mut impl FnMut(&mut Value)) {
        f(&mut self.base);
        self.offsets.iter_mut().for_each(|(_, start)| f(start));
        for axis in &mut self.axes {
            f(&mut axis.extent);
            if let Some((_, scale)) = &mut axis.source {
                f(scale);
            }
        }
    }
}

impl Each {
    fn for_each_operand_mut(&mut self, f: &mut impl FnMut(&mut Value)) {
        self.extents.iter_mut().for_each(&mut *f);
        self.inputs.iter_mut().for_each(&mut *f);
        for output in &mut self.outputs {
            if let Output::Into(array) | Output::IntoWhere(array) = output {
                f(array);
            }
        }
    }

    /// True if it makes a fresh array (or needs memory for one).
    pub fn allocates(&self) -> bool {
        let full = self.kinds.iter().all(|kind| *kind == AxisKind::Reduce);
        self.outputs.iter().any(|output| match output {
            Output::Fresh | Output::Scan(_) => true,
            Output::Reduce(Combiner::Sum | Combiner::SumBlocks) => !full || self.kinds.len() > 1,
            Output::Reduce(_) => !full,
            Output::Into(_) | Output::IntoWhere(_) => false,
        })
    }
}
