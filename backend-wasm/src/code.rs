//! Code under construction: wasm instructions over variables and labels instead of locals and depths.

use npc_midend::types::{DType, Type};
use wasm_encoder::{Instruction, MemArg, ValType};

/// A variable: becomes a local.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Var(pub u32);

/// The target of branches.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Label(pub u32);

/// The function itself; a branch to it returns.
pub(crate) const FUNCTION: Label = Label(0);

/// What a label is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Frame {
    /// The branch target is the end.
    Block,
    /// The branch target is the start; takes no parameters.
    Loop,
    /// Never a target.
    If,
}

/// A piece of code.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    /// An instruction that names neither locals nor labels.
    Op(Instruction<'static>),
    Open(Label),
    Else(Label),
    Close(Label),
    Br(Label),
    BrIf(Label),
    Get(Var),
    /// Gives a variable its value.
    Set(Var),
    Tee(Var),
    /// Half of a move between variables: vanishes together with its `MoveSet` if both get the same local.
    MoveGet(Var, Var),
    /// Hands a value to a variable whose life starts at its [`Item::Begin`]; the source if that is a variable.
    MoveSet(Var, Option<Var>),
    /// From here on the variable is alive; what the moves to it have left there is its value.
    Begin(Var),
}

/// Code of a function.
#[derive(Debug, Default)]
pub(crate) struct Code {
    pub items: Vec<Item>,
    /// Frame and results of each label.
    pub labels: Vec<(Frame, Vec<ValType>)>,
    /// Type of each variable.
    pub vars: Vec<ValType>,
    /// Pairs that must become one local.
    pub same: Vec<(Var, Var)>,
    /// Variables that are alive everywhere.
    pub pinned: Vec<Var>,
}

impl Code {
    /// Code for a function with these results.
    pub fn new(results: Vec<ValType>) -> Code {
        Code { labels: vec![(Frame::Block, results)], ..Code::default() }
    }

    pub fn var(&mut self, ty: ValType) -> Var {
        self.vars.push(ty);
        Var(self.vars.len() as u32 - 1)
    }

    pub fn label(&mut self, frame: Frame, results: Vec<ValType>) -> Label {
        self.labels.push((frame, results));
        Label(self.labels.len() as u32 - 1)
    }

    pub fn open(&mut self, frame: Frame, results: Vec<ValType>) -> Label {
        let label = self.label(frame, results);
        self.items.push(Item::Open(label));
        label
    }

    pub fn frame(&self, label: Label) -> Frame {
        self.labels[label.0 as usize].0
    }

    /// A variable that may be set many times.
    pub fn pinned_var(&mut self, ty: ValType) -> Var {
        let var = self.var(ty);
        self.pinned.push(var);
        var
    }

    pub fn push(&mut self, item: Item) {
        self.items.push(item);
    }

    /// Appends an instruction; pairs that one instruction can do become that one.
    pub fn op(&mut self, op: Instruction<'static>) {
        if let Some(Item::Op(last)) = self.items.last()
            && let Some(joined) = join(last, &op)
        {
            self.items.pop();
            return joined.into_iter().for_each(|op| self.op(op));
        }
        self.items.push(Item::Op(op));
    }

    /// Appends an instruction for which only zero or not counts of the `i32` before it.
    pub fn condition(&mut self) {
        use Instruction::{I32Const, I32Eqz, I32Ne};
        loop {
            match &self.items[..] {
                [.., Item::Op(I32Const(0)), Item::Op(I32Ne)] | [.., Item::Op(I32Eqz), Item::Op(I32Eqz)] => {
                    self.items.truncate(self.items.len() - 2);
                }
                _ => return,
            }
        }
    }
}

/// What two instructions in a row are together, if one or none does it.
fn join(first: &Instruction<'static>, second: &Instruction<'static>) -> Option<Option<Instruction<'static>>> {
    use Instruction::*;
    Some(match (first, second) {
        (I64ExtendI32S | I64ExtendI32U, I32WrapI64) => None,
        (I64Const(bits), I32WrapI64) => Some(I32Const(*bits as i32)),
        (I64Load(at), I32WrapI64) => Some(I32Load(aligned(at, 2))),
        (I32Load(at), I64ExtendI32S) => Some(I64Load32S(*at)),
        (I32Load(at), I64ExtendI32U) => Some(I64Load32U(*at)),
        (I32Load8U(at), I64ExtendI32U | I64ExtendI32S) => Some(I64Load8U(*at)),
        (I32Load16U(at), I64ExtendI32U | I64ExtendI32S) => Some(I64Load16U(*at)),
        (I32Load8S(at), I64ExtendI32S) => Some(I64Load8S(*at)),
        (I32Load16S(at), I64ExtendI32S) => Some(I64Load16S(*at)),
        (I32Const(0), I32Eq) => Some(I32Eqz),
        (I64Const(0), I64Eq) => Some(I64Eqz),
        (compare, I32Eqz) => Some(inverse(compare)?),
        _ => return None,
    })
}

/// The comparison of integers that is true where this one is false.
fn inverse(compare: &Instruction<'static>) -> Option<Instruction<'static>> {
    use Instruction::*;
    let pairs = [
        (I32Eq, I32Ne),
        (I32LtS, I32GeS),
        (I32LtU, I32GeU),
        (I32GtS, I32LeS),
        (I32GtU, I32LeU),
        (I64Eq, I64Ne),
        (I64LtS, I64GeS),
        (I64LtU, I64GeU),
        (I64GtS, I64LeS),
        (I64GtU, I64LeU),
        (F32Eq, F32Ne),
        (F64Eq, F64Ne),
    ];
    let same = |a: &Instruction, b: &Instruction| std::mem::discriminant(a) == std::mem::discriminant(b);
    pairs.into_iter().find_map(|(yes, no)| if same(compare, &yes) { Some(no) } else { same(compare, &no).then_some(yes) })
}

fn aligned(at: &MemArg, align: u32) -> MemArg {
    MemArg { align, ..*at }
}

/// The wasm type of a flat value.
pub(crate) fn val_type(ty: Type) -> ValType {
    match ty {
        Type::Scalar(DType::I64 | DType::U64) => ValType::I64,
        Type::Scalar(DType::F32) => ValType::F32,
        Type::Scalar(DType::F64) => ValType::F64,
        Type::Vector => ValType::V128,
        _ => ValType::I32,
    }
}
