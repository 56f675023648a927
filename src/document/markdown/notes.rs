//! Footnotes: definitions wait here until it is known which of them are referred to.

use std::collections::BTreeMap;

use crate::document::body::{self, Block, Body, Footnote, Inline};

/// Labels and definitions met so far.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Labels in the order in which they were met, as first written.
    labels: Vec<String>,
    /// The position of each label, by its lower case.
    positions: BTreeMap<String, usize>,
    definitions: BTreeMap<usize, Vec<Block>>,
}

impl Notes {
    /// A preliminary number of a label.
    pub(super) fn position(&mut self, label: &str) -> usize {
        let next = self.labels.len();
        let position = *self.positions.entry(label.to_lowercase()).or_insert(next);
        if position == next {
            self.labels.push(label.to_owned());
        }
        position
    }

    /// A definition. The first of a label holds.
    pub(super) fn define(&mut self, label: &str, blocks: Vec<Block>) {
        let position = self.position(label);
        self.definitions.entry(position).or_insert(blocks);
    }

    /// The body with its footnotes in the order of their first reference. Definitions that nobody
    /// refers to go; a reference that leads nowhere becomes the words that were written.
    pub(super) fn number(self, blocks: Vec<Block>) -> Body {
        let mut body = Body { blocks, footnotes: Vec::new() };
        if self.labels.is_empty() {
            return body;
        }
        let mut numbering = Numbering { notes: self, order: Vec::new(), numbers: BTreeMap::new() };
        numbering.blocks(&mut body.blocks);
        // Footnotes may refer to footnotes, which then join the end of the order.
        while let Some(&position) = numbering.order.get(body.footnotes.len()) {
            let definition = numbering.notes.definitions.get_mut(&position);
            let mut blocks = definition.map(std::mem::take).unwrap_or_default();
            numbering.blocks(&mut blocks);
            let label = numbering.notes.labels[position].clone();
            body.footnotes.push(Footnote { label, blocks });
        }
        body
    }
}

/// Gives references their final numbers.
struct Numbering {
    notes: Notes,
    /// Preliminary numbers in the order of first reference.
    order: Vec<usize>,
    /// Final numbers by preliminary ones.
    numbers: BTreeMap<usize, usize>,
}

impl Numbering {
    fn blocks(&mut self, blocks: &mut [Block]) {
        body::each_reference(blocks, &mut |inline| {
            let Inline::FootnoteReference(position) = inline else { return };
            match self.reference(*position) {
                Some(number) => *position = number,
                None => *inline = Inline::Text(format!("[^{}]", self.notes.labels[*position])),
            }
        });
    }

    fn reference(&mut self, position: usize) -> Option<usize> {
        if !self.notes.definitions.contains_key(&position) {
            return None;
        }
        Some(*self.numbers.entry(position).or_insert_with(|| {
            self.order.push(position);
            self.order.len() - 1
        }))
    }
}
