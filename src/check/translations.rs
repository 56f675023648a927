//! Rules about translations and equally authentic texts (checks.md §3.4, §3.6), as far as the
//! structure of the texts alone shows.

use crate::catalogue::Item;
use crate::check::{Facts, start};
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostics, Span, report};
use crate::document::{Document, Role};
use crate::source::Sources;
use crate::translation::align::{Alignment, Row};
use crate::translation::state::{Judged, State};

/// Runs the rules of this family.
pub(super) fn run(facts: &Facts<'_>, found: &mut Diagnostics) {
    for (_, item) in facts.catalogue.items() {
        for text in item.texts() {
            if let Some(judged) = item.judged(text.language) {
                states(facts.sources, item, text, judged, found);
            }
            // Texts that match have no alignment.
            let Some(alignment) = item.alignment(text.language) else { continue };
            let (sources, source) = (facts.sources, item.source_text());
            if text.lacks_html || source.lacks_html {
                // Blocks are missing because of that, and it was reported.
                continue;
            }
            let pair = Pair { sources, item, source, text, alignment };
            if item.meta.authentic.contains(&text.language) {
                pair.authentic(found);
            } else {
                // Of texts that are divided otherwise throughout, one thing is to be said.
                if !alignment.is_apart {
                    pair.missing(found);
                }
                pair.unaligned(found);
                pair.orphans(found);
            }
        }
    }
}

/// `translation-stale`, `translation-edited`, `translation-identical`, for each block; of equally
/// authentic texts one that was changed alone is `authentic-texts-diverge`.
fn states(
    sources: &Sources,
    item: &Item,
    text: &Document,
    judged: &[Judged],
    found: &mut Diagnostics,
) {
    let source = item.source_text();
    let is_authentic = item.meta.authentic.contains(&text.language);
    let is_reviewed = matches!(&text.role, Role::Translation(it) if it.reviewed.is_some());
    for it in judged {
        let (Some(ours), Some(theirs)) = (it.source, it.translation) else { continue };
        let (at, place) = (ours, text.places.span(text.file, theirs));
        let ours = source.places.span(source.file, ours);
        let problem = match it.state {
            State::Stale if is_authentic => {
                Problem::AuthenticTextsDiverge { anchor: item.anchor(at) }
            }
            State::Stale => Problem::TranslationStale { line: line(sources, ours) },
            State::Edited | State::Untracked if is_reviewed && !is_authentic => {
                Problem::TranslationEdited {}
            }
            State::Identical if !is_authentic => Problem::TranslationIdentical {},
            _ => continue,
        };
        found.push_related(problem, place, ours);
    }
}

fn line(sources: &Sources, span: Span) -> i64 {
    let place = report::place(sources.file_text(span.file), span.start as usize);
    i64::try_from(place.line).unwrap_or(i64::MAX)
}

/// Two texts that do not match, block by block.
struct Pair<'a> {
    sources: &'a Sources,
    item: &'a Item,
    source: &'a Document,
    text: &'a Document,
    alignment: &'a Alignment,
}

impl Pair<'_> {
    /// Where a block of the source stands.
    fn ours(&self, block: usize) -> Span {
        self.source.places.span(self.source.file, block)
    }

    /// Where a block of the text stands.
    fn theirs(&self, block: usize) -> Span {
        self.text.places.span(self.text.file, block)
    }

    /// `authentic-texts-diverge`: at the first block that has no partner.
    fn authentic(&self, found: &mut Diagnostics) {
        let mut before = None;
        for row in &self.alignment.rows {
            let (ours, theirs) = match row {
                Row::Pair { source, translation, .. } => {
                    before = Some((*source, *translation));
                    continue;
                }
                // The place where it should stand is after the pair before.
                Row::Missing(source) => (*source, before.map(|it| it.1)),
                Row::Orphan(it) => (before.map_or(0, |it| it.0), Some(*it)),
                Row::Group { source, translation } => {
                    let (ours, theirs) = self.divergence(source, translation);
                    (ours, Some(theirs))
                }
            };
            let anchor = self.item.anchor(ours);
            let place = theirs.map_or(start(self.text.file), |it| self.theirs(it));
            let problem = Problem::AuthenticTextsDiverge { anchor };
            return found.push_related(problem, place, self.ours(ours));
        }
    }

    /// `translation-missing`, once a file, with the first block that is missing.
    fn missing(&self, found: &mut Diagnostics) {
        let mut untranslated = self.alignment.untranslated();
        let Some(first) = untranslated.next() else { return };
        let n = 1 + i64::try_from(untranslated.count()).unwrap_or(i64::MAX - 1);
        let problem = Problem::TranslationMissing { n };
        found.push_related(problem, start(self.text.file), self.ours(first));
    }

    /// `translation-unaligned`, once a file: the first place at which two blocks differ in kind.
    fn unaligned(&self, found: &mut Diagnostics) {
        let group = self.alignment.rows.iter().find_map(|it| match it {
            Row::Group { source, translation } => Some((source, translation)),
            _ => None,
        });
        let Some((source, translation)) = group else { return };
        let (ours, theirs) = self.divergence(source, translation);
        let (ours, theirs) = (self.ours(ours), self.theirs(theirs));
        let problem = Problem::TranslationUnaligned {
            file: self.sources.path(ours.file).to_owned(),
            line: line(self.sources, ours),
        };
        found.push_related(problem, theirs, ours);
    }

    /// `translation-orphan`, once for blocks that stand together.
    fn orphans(&self, found: &mut Diagnostics) {
        let mut before: Option<usize> = None;
        for it in self.alignment.orphans() {
            if before.is_none_or(|before| before + 1 != it) {
                found.push(Problem::TranslationOrphan {}, self.theirs(it));
            }
            before = Some(it);
        }
    }

    /// The first blocks of a group that differ in kind; where one side ends, its last.
    fn divergence(&self, source: &[usize], translation: &[usize]) -> (usize, usize) {
        let ours: Vec<_> = self.source.kinds.iter().collect();
        let theirs: Vec<_> = self.text.kinds.iter().collect();
        let mut pairs = source.iter().zip(translation);
        let differ = |(a, b): &(&usize, &usize)| ours.get(**a) != theirs.get(**b);
        let end = || source.len().min(translation.len());
        let at = pairs.position(|it| differ(&it)).unwrap_or_else(end);
        let of = |side: &[usize]| side.get(at).or(side.last()).copied().unwrap_or_default();
        (of(source), of(translation))
    }
}
