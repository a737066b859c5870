//! Broadcasting: the extents in which shapes meet, and views that have them.

use crate::cx::{Cx, R, Stop};
use npc_base::Code;
use npc_midend::ir::{CompareOp, Op, Value, Values, View, ViewAxis};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use smallvec::SmallVec;

/// Which message a shape that does not fit gives.
#[derive(Clone, Copy)]
pub(crate) enum Into {
    Assignment,
    BroadcastTo,
    Indexed,
}

impl Cx<'_> {
    /// The extents of operands broadcast together (`None` is a scalar); shapes that do not fit raise ValueError.
    pub fn broadcast_operands(&mut self, operands: &[Option<Value>]) -> R<Values> {
        let shapes: Vec<Values> =
            operands.iter().map(|operand| operand.map(|array| self.shape(array)).unwrap_or_default()).collect();
        self.broadcast_shapes(&shapes)
    }

    /// The extents of shapes broadcast together.
    pub fn broadcast_shapes(&mut self, shapes: &[Values]) -> R<Values> {
        let mut extents = Values::new();
        let mut ok = self.boolean(true);
        for shape in shapes {
            let (both, fits) = self.broadcast_two(&extents, shape)?;
            extents = both;
            ok = self.and(ok, fits);
        }
        let (message, args) = shapes_message("operands could not be broadcast together with shapes ", shapes, " ");
        self.check_shapes(ok, &format!("{message} "), &args)?;
        Ok(extents)
    }

    /// The extents of an output, which must be those of the operands with it.
    pub fn output_extents(&mut self, target: Value, broadcast: &[Value]) -> R<Values> {
        let shape = self.shape(target);
        let offset = broadcast.len() - shape.len();
        let mut ok = self.boolean(offset == 0);
        for (axis, extent) in shape.iter().enumerate() {
            let same = self.compare(CompareOp::Eq, *extent, broadcast[axis + offset]);
            ok = self.and(ok, same);
        }
        let shapes = [shape.clone(), Values::from_slice(broadcast)];
        let (message, args) =
            shapes_message("non-broadcastable output operand with shape ", &shapes, " doesn't match the broadcast shape ");
        self.check_shapes(ok, &message, &args)?;
        Ok(shape)
    }

    /// The extents of two shapes broadcast together, and whether they fit.
    pub fn broadcast_two(&mut self, a: &[Value], b: &[Value]) -> R<(Values, Value)> {
        let rank = a.len().max(b.len());
        let one = self.int(1);
        let mut extents = Values::new();
        let mut ok = self.boolean(true);
        for axis in 0..rank {
            let x = (axis + a.len()).checked_sub(rank).map(|axis| a[axis]);
            let y = (axis + b.len()).checked_sub(rank).map(|axis| b[axis]);
            let extent = match (x, y) {
                (Some(x), Some(y)) if x == y || self.const_int(y) == Some(1) => x,
                (Some(x), Some(y)) if self.const_int(x) == Some(1) => y,
                (Some(x), Some(y)) => {
                    if let (Some(m), Some(n)) = (self.const_int(x), self.const_int(y)) {
                        if m != n {
                            return Err(self.shapes_differ(a, b));
                        }
                        extents.push(x);
                        continue;
                    }
                    let same = self.compare(CompareOp::Eq, x, y);
                    let x_one = self.compare(CompareOp::Eq, x, one);
                    let y_one = self.compare(CompareOp::Eq, y, one);
                    let stretched = self.or(x_one, y_one);
                    let fits = self.or(same, stretched);
                    ok = self.and(ok, fits);
                    self.select(x_one, y, x)
                }
                (Some(only), None) | (None, Some(only)) => only,
                (None, None) => one,
            };
            extents.push(extent);
        }
        Ok((extents, ok))
    }

    fn shapes_differ(&mut self, a: &[Value], b: &[Value]) -> Stop {
        let show = |cx: &Self, shape: &[Value]| {
            let items: Vec<_> = shape.iter().map(|n| cx.const_int(*n).map_or("?".to_string(), |n| n.to_string())).collect();
            if items.len() == 1 { format!("({},)", items[0]) } else { format!("({})", items.join(", ")) }
        };
        let (a, b) = (show(self, a), show(self, b));
        self.error(Code::ShapeMismatch, format!("operands could not be broadcast together with shapes {a} {b}"))
    }

    /// Checks that an array broadcasts to exactly these extents.
    pub fn check_broadcast_to(&mut self, array: Value, extents: &[Value], what: Into) -> R<()> {
        let shape = self.shape(array);
        let one = self.int(1);
        let mut ok = self.boolean(true);
        // Leading axes of extent 1 may be dropped in an assignment.
        let surplus = shape.len().saturating_sub(extents.len());
        for extent in &shape[..surplus] {
            let single = self.compare(CompareOp::Eq, *extent, one);
            ok = self.and(ok, single);
        }
        let kept = &shape[surplus..];
        let offset = extents.len() - kept.len();
        for (axis, extent) in kept.iter().enumerate() {
            let wanted = extents[axis + offset];
            let same = self.compare(CompareOp::Eq, *extent, wanted);
            let single = self.compare(CompareOp::Eq, *extent, one);
            let fits = self.or(same, single);
            ok = self.and(ok, fits);
        }
        let shapes = [shape.clone(), Values::from_slice(extents)];
        let (message, args) = match what {
            Into::Assignment => shapes_message("could not broadcast input array from shape ", &shapes, " into shape "),
            Into::BroadcastTo => shapes_message(
                "operands could not be broadcast together with remapped shapes [original->remapped]: ",
                &shapes,
                "  and requested shape ",
            ),
            Into::Indexed => shapes_message(
                "shape mismatch: value array of shape ",
                &shapes,
                " could not be broadcast to indexing result of shape ",
            ),
        };
        self.check_shapes(ok, &message, &args)
    }

    /// A view of an array with exactly these extents: stretched axes and new ones in front have stride 0.
    pub fn broadcast_view(&mut self, array: Value, extents: &[Value]) -> Value {
        let ty = self.array_type(array);
        let shape = self.shape(array);
        if shape[..] == extents[..] {
            return array;
        }
        let surplus = shape.len().saturating_sub(extents.len());
        let one = self.int(1);
        let mut axes: SmallVec<[ViewAxis; 4]> = SmallVec::new();
        let mut same = surplus == 0 && shape.len() == extents.len();
        let offset = extents.len() + surplus - shape.len();
        for (axis, extent) in extents.iter().enumerate() {
            let source = match (axis + surplus).checked_sub(offset) {
                None => None,
                Some(from) if shape[from] == *extent => Some((from as u8, one)),
                Some(from) if self.const_int(shape[from]) == Some(1) => None,
                Some(from) => {
                    let equal = self.compare(CompareOp::Eq, shape[from], *extent);
                    let scale = self.convert(equal, DType::I64);
                    Some((from as u8, scale))
                }
            };
            same &= matches!(source, Some((from, scale)) if usize::from(from) == axis && scale == one);
            axes.push(ViewAxis { extent: *extent, source });
        }
        if same {
            return array;
        }
        let layout = Layout::Trailing(self.kept_trailing(ty, &axes, one));
        let view_ty = ArrayType::new(ty.dtype, extents.len() as u8, layout);
        self.push1(Op::View(Box::new(View { base: array, offsets: SmallVec::new(), axes })), Type::Array(view_ty))
    }

    fn kept_trailing(&self, ty: ArrayType, axes: &[ViewAxis], one: Value) -> u8 {
        let known = ty.layout.trailing(ty.rank);
        let mut kept = 0;
        for (back, axis) in axes.iter().rev().enumerate() {
            let expected = usize::from(ty.rank).checked_sub(back + 1);
            let whole = matches!(axis.source, Some((from, scale)) if Some(usize::from(from)) == expected && scale == one);
            if !whole || kept >= known {
                break;
            }
            kept += 1;
        }
        kept
    }
}

/// A message that lists shapes as Python shows tuples (without blanks), with its arguments.
pub(crate) fn shapes_message(start: &str, shapes: &[Values], between: &str) -> (String, Values) {
    let mut args = Values::new();
    let mut texts = Vec::new();
    for shape in shapes {
        let mut items = Vec::new();
        for extent in shape {
            if args.len() < ARGS {
                items.push(format!("{{{}}}", args.len()));
                args.push(*extent);
            } else {
                items.push("?".to_string());
            }
        }
        texts.push(if items.len() == 1 { format!("({},)", items[0]) } else { format!("({})", items.join(",")) });
    }
    (format!("{start}{}", texts.join(between)), args)
}

/// Integers that a message may show.
const ARGS: usize = npc_midend::abi::context::ARG_COUNT as usize;
