//! The types of elements of lists, dicts and sets, found in rounds.
//!
//! `xs = []` says nothing of what will be in the list. So the place in the source, a *site*, has a type that is unknown at
//! first. The first store tells it, and then the function that owns the site is compiled once more, with that knowledge;
//! a store of another type that both can be converted to (a float into a list of ints) widens it the same way. Reading an
//! element of unknown type ends the path: the list is empty there as far as anybody knows.

use crate::cx::{Cx, InstanceKey, R, Stop};
use crate::merge::merge_types;
use crate::value::Ty;
use indexmap::IndexMap;
use npc_base::{Code, Span};

/// Where a container is made: in which instance, at which place, and how deep in a display.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct SiteKey {
    pub owner: Option<InstanceKey>,
    pub span: Option<Span>,
    /// Which of the types of the place: the depth in a nested display, key or value.
    pub part: u32,
}

/// Compilations of one function after which its types must have been found.
pub(crate) const MAX_LESSONS: usize = 60;

/// What is known of all sites.
#[derive(Default)]
pub(crate) struct Sites {
    known: IndexMap<SiteKey, Ty, rustc_hash::FxBuildHasher>,
    /// Whose code has to be compiled again, and why; while it is set, nothing else is compiled.
    lesson: Option<Lesson>,
    /// Something has been learned that code made before does not know; all is compiled again in the end.
    pub outdated: bool,
    /// How often the whole program was compiled again.
    rounds: usize,
}

/// Something new.
#[derive(Clone, Debug)]
struct Lesson {
    /// The instance that owns the site; `None` for everything.
    owner: Option<InstanceKey>,
}

impl Cx<'_> {
    /// The type of the elements that a container made here has.
    pub fn site_here(&mut self, part: u32) -> Ty {
        let key = SiteKey { owner: self.compiling.last().cloned(), span: self.f.span, part };
        let entry = self.sites.known.entry(key);
        let site = entry.index();
        entry.or_insert(Ty::Unknown);
        self.resolved(&Ty::Site { site, ty: Box::new(Ty::Unknown) })
    }

    /// The type with what is known by now of the sites in it.
    pub fn resolved(&self, ty: &Ty) -> Ty {
        self.resolved_within(ty, 0)
    }

    fn resolved_within(&self, ty: &Ty, depth: u32) -> Ty {
        let all = |types: &[Ty]| types.iter().map(|ty| self.resolved_within(ty, depth + 1)).collect();
        match ty {
            Ty::Site { site, .. } if depth < 20 => {
                let known = self.sites.known.get_index(*site).map_or(Ty::Unknown, |(_, ty)| ty.clone());
                Ty::Site { site: *site, ty: Box::new(self.resolved_within(&known, depth + 1)) }
            }
            Ty::Tuple(members) => Ty::Tuple(all(members)),
            Ty::List(members) => Ty::List(all(members)),
            Ty::Object(object) => Ty::Object(object.with_params(all(&object.params))),
            other => other.clone(),
        }
    }

    /// A value of this type is stored where `element` is expected. Returns the type to convert it to; stops with a lesson if
    /// the site learns something new.
    pub fn accept(&mut self, element: &Ty, stored: &Ty, what: &str) -> R<Ty> {
        match element {
            Ty::Site { site, ty } => {
                let merged = match &**ty {
                    Ty::Unknown => Some(stored.clone()),
                    known => merge_types(known, stored),
                };
                match merged {
                    Some(merged) if merged == **ty => Ok(merged),
                    Some(merged) => Err(self.learn(*site, merged)),
                    None => Err(self.not_accepted(ty, stored, what)),
                }
            }
            known => match merge_types(known, stored) {
                Some(merged) if merged == *known => Ok(merged),
                Some(Ty::Object(object)) => Ok(Ty::Object(object)),
                _ => Err(self.not_accepted(known, stored, what)),
            },
        }
    }

    fn not_accepted(&mut self, known: &Ty, stored: &Ty, what: &str) -> Stop {
        let message = format!("{what} holds {}, and this is {}", known.name(), stored.name());
        self.error_help(
            Code::CannotMergeTypes,
            message,
            "all elements must have one type: use a tuple for a fixed number of different ones",
        )
    }

    /// Notes the type of a site, and asks for its owner to be compiled again.
    pub fn learn(&mut self, site: usize, ty: Ty) -> Stop {
        if self.reaches(&ty, site, &mut Vec::new()) {
            let message = "this would hold itself: its type has no end";
            return self.error_help(Code::TooLarge, message, "keep numbers of places instead: indices into one list");
        }
        let Some((key, known)) = self.sites.known.get_index_mut(site) else { return Stop };
        *known = ty;
        let owner = key.owner.clone();
        self.start_over(owner)
    }

    /// True if the type of a site is needed to write this type down.
    fn reaches(&self, ty: &Ty, site: usize, seen: &mut Vec<usize>) -> bool {
        match ty {
            Ty::Site { site: other, .. } if *other == site => true,
            Ty::Site { site: other, .. } if seen.contains(other) => false,
            Ty::Site { site: other, .. } => {
                seen.push(*other);
                self.sites.known.get_index(*other).is_some_and(|(_, ty)| self.reaches(ty, site, seen))
            }
            Ty::Tuple(members) | Ty::List(members) => members.iter().any(|member| self.reaches(member, site, seen)),
            Ty::Object(object) => object.params.iter().any(|param| self.reaches(param, site, seen)),
            Ty::Optional(ty) => self.reaches(ty, site, seen),
            _ => false,
        }
    }

    /// Asks for the instance, or for everything, to be compiled again with what has been learned.
    pub fn start_over(&mut self, owner: Option<InstanceKey>) -> Stop {
        let owner = owner.filter(|owner| self.compiling.contains(owner));
        if self.sites.lesson.is_none() {
            self.sites.lesson = Some(Lesson { owner });
        }
        Stop
    }

    /// True if the whole program has to be compiled again; then it is as if nothing had been compiled, but for what is known.
    pub fn starts_over(&mut self) -> bool {
        if self.sites.lesson.take().is_none() && !std::mem::take(&mut self.sites.outdated) {
            return false;
        }
        self.sites.rounds += 1;
        if self.sites.rounds > MAX_LESSONS {
            self.error(Code::TooLarge, "the types of the elements of lists do not settle");
            return false;
        }
        let files = std::mem::take(&mut self.module.files);
        self.module = npc_midend::Module::default();
        self.module.files = files;
        self.instances.clear();
        self.compiling.clear();
        self.assumed.clear();
        self.recursive.clear();
        self.f = crate::cx::Fx::new("module");
        self.depth = 0;
        true
    }

    /// True while the code being compiled is going to be compiled again.
    pub fn is_lesson(&self) -> bool {
        self.sites.lesson.is_some()
    }

    /// True if this instance is the one to be compiled again; then the lesson is over.
    pub fn take_lesson(&mut self, key: &InstanceKey) -> bool {
        let mine = self.sites.lesson.as_ref().is_some_and(|lesson| lesson.owner.as_ref() == Some(key));
        if mine {
            self.sites.lesson = None;
        }
        mine
    }
}

/// The type without sites whose type is known: for what leaves the function that owns them.
pub(crate) fn without_sites(ty: &Ty) -> Ty {
    let all = |types: &[Ty]| types.iter().map(without_sites).collect();
    match ty {
        Ty::Site { ty, .. } if **ty != Ty::Unknown => without_sites(ty),
        Ty::Tuple(members) => Ty::Tuple(all(members)),
        Ty::List(members) => Ty::List(all(members)),
        Ty::Object(object) => Ty::Object(object.with_params(all(&object.params))),
        Ty::Function(func) => Ty::Function(Box::new(crate::value::FuncTy { holds: all(&func.holds), ..(**func).clone() })),
        other => other.clone(),
    }
}
