//! Which heading of a translation stands for which heading of its source.

use std::collections::BTreeMap;

use crate::document::outline::Heading;

/// For each heading of the translation the position of its source heading, if that is certain.
pub(super) fn partners(source: &[Heading], translation: &[Heading]) -> Vec<Option<usize>> {
    let mut partners = explicit(source, translation);
    let mut is_paired = vec![false; source.len()];
    for it in partners.iter().flatten() {
        is_paired[*it] = true;
    }
    // Pairs that keep the order cut both texts into gaps; moved ones stay pairs but cut nothing.
    let mut cuts = chain(&partners);
    cuts.push((translation.len(), source.len()));
    let (mut t, mut s) = (0, 0);
    for (t_end, s_end) in cuts {
        let own: Vec<_> = (t..t_end).filter(|it| partners[*it].is_none()).collect();
        let theirs: Vec<_> = (s..s_end).filter(|it| !is_paired[*it]).collect();
        let levels = own.iter().map(|it| translation[*it].level);
        if levels.eq(theirs.iter().map(|it| source[*it].level)) {
            for (own, theirs) in own.into_iter().zip(theirs) {
                partners[own] = Some(theirs);
            }
        }
        (t, s) = (t_end + 1, s_end + 1);
    }
    partners
}

/// Pairs of equal explicit ids; of several equal ones the first.
fn explicit(source: &[Heading], translation: &[Heading]) -> Vec<Option<usize>> {
    let mut positions = BTreeMap::new();
    for (at, heading) in source.iter().enumerate() {
        if let Some(id) = &heading.explicit {
            positions.entry(id).or_insert(at);
        }
    }
    let partner = |it: &Heading| positions.remove(it.explicit.as_ref()?);
    translation.iter().map(partner).collect()
}

/// The longest chain of pairs that rises in both texts, as positions in translation and source.
fn chain(partners: &[Option<usize>]) -> Vec<(usize, usize)> {
    let pairs: Vec<_> = partners.iter().enumerate().filter_map(|(t, s)| Some((t, (*s)?))).collect();
    // Patience sorting: `ends[n]` is the pair that ends the best chain of n + 1 pairs.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; pairs.len()];
    for (at, (_, s)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|it| pairs[*it].1 < *s);
        before[at] = length.checked_sub(1).map(|it| ends[it]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        chain.push(pairs[at]);
        next = before[at];
    }
    chain.reverse();
    chain
}
