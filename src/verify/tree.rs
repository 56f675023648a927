//! The tree of a register (RFC 6962 §2.1): one hash for all entries, proofs that an entry is in
//! it, and proofs that it only grew.

use sha2::{Digest as _, Sha256};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The hash of an entry as a leaf.
pub fn leaf(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(entry).finalize().into()
}

/// The hash of two hashes.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// All hashes of complete subtrees, from which every root and every proof follows.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// Level 0 has the leaves, level n the roots of each 2ⁿ of them.
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// The tree of these leaves.
    pub fn new(leaves: impl IntoIterator<Item = Hash>) -> Self {
        let mut tree = Self::default();
        leaves.into_iter().for_each(|it| tree.push(it));
        tree
    }

    /// Adds a leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let hashes = &mut self.levels[level];
            hashes.push(hash);
            let [.., left, right] = &hashes[..] else { return };
            if hashes.len() % 2 == 1 {
                return;
            }
            hash = node(left, right);
        }
    }

    /// How many leaves there are.
    pub fn size(&self) -> usize {
        self.level(0).len()
    }

    /// The hashes of a level: the roots of each 2ⁿ leaves.
    pub fn level(&self, level: usize) -> &[Hash] {
        self.levels.get(level).map_or(&[], Vec::as_slice)
    }

    /// The root of the first `size` leaves, which must be there.
    pub fn root(&self, size: usize) -> Hash {
        self.range(0, size)
    }

    /// The root of the leaves from `start` to `end`. `start` is a multiple of the smallest power of
    /// two that is not less than their number, so whole subtrees are at hand.
    fn range(&self, start: usize, end: usize) -> Hash {
        let length = end - start;
        match length {
            0 => Sha256::digest([]).into(),
            _ if length.is_power_of_two() => {
                let level = length.trailing_zeros() as usize;
                self.levels[level][start >> level]
            }
            _ => {
                let middle = start + split(length);
                node(&self.range(start, middle), &self.range(middle, end))
            }
        }
    }

    /// The hashes beside the way from a leaf to the root of the first `size` leaves.
    pub fn inclusion(&self, index: usize, size: usize) -> Vec<Hash> {
        let (mut start, mut end) = (0, size);
        let mut proof = Vec::new();
        while end - start > 1 {
            let middle = start + split(end - start);
            if index < middle {
                proof.push(self.range(middle, end));
                end = middle;
            } else {
                proof.push(self.range(start, middle));
                start = middle;
            }
        }
        proof.reverse();
        proof
    }

    /// What proves that the tree of `size` leaves begins with that of `old` leaves.
    pub fn consistency(&self, old: usize, size: usize) -> Vec<Hash> {
        if old == 0 || old == size {
            return Vec::new();
        }
        let (mut start, mut end, mut is_whole) = (0, size, true);
        let mut proof = Vec::new();
        while end != old {
            let middle = start + split(end - start);
            if old <= middle {
                proof.push(self.range(middle, end));
                end = middle;
            } else {
                proof.push(self.range(start, middle));
                start = middle;
                is_whole = false;
            }
        }
        if !is_whole {
            proof.push(self.range(start, end));
        }
        proof.reverse();
        proof
    }
}

/// The largest power of two below a number that is at least 2.
fn split(length: usize) -> usize {
    1 << (length - 1).ilog2()
}

/// The root that a leaf at `index` and its proof give for a tree of `size`; none where the proof
/// has another length (RFC 9162 §2.1.3.2).
pub fn root_from_inclusion(leaf: Hash, index: u64, size: u64, proof: &[Hash]) -> Option<Hash> {
    if index >= size {
        return None;
    }
    let (mut at, mut last) = (index, size - 1);
    let mut hash = leaf;
    for beside in proof {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            hash = node(beside, &hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node(&hash, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(hash)
}

/// Whether a tree with this root begins with another one (RFC 9162 §2.1.4.2).
pub fn is_consistent(
    (old_size, old_root): (u64, Hash),
    (size, root): (u64, Hash),
    proof: &[Hash],
) -> bool {
    if old_size > size {
        return false;
    }
    if old_size == size {
        return proof.is_empty() && old_root == root;
    }
    if old_size == 0 {
        return proof.is_empty() && old_root == Hash::from(Sha256::digest([]));
    }
    let mut proof = proof.iter();
    let first = if old_size.is_power_of_two() { Some(&old_root) } else { proof.next() };
    let Some(&first) = first else { return false };
    let (mut at, mut last) = (old_size - 1, size - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let (mut old, mut new) = (first, first);
    for beside in proof {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            old = node(beside, &old);
            new = node(beside, &new);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            new = node(&new, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && old == old_root && new == root
}
