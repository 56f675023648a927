//! Rules about alerts (checks.md §3.5).

use std::collections::BTreeSet;

use crate::check::Facts;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::problem::Problem;
use crate::document::meta::{Alert, Details};

/// Runs the rules of this family.
pub(super) fn run(facts: &Facts<'_>, found: &mut Diagnostics) {
    for (_, item) in facts.catalogue.items() {
        if let Details::Alert(alert) = &item.meta.details {
            template(facts, alert, found);
        }
    }
}

/// `alert-template`: the template exists, and its parameters are those that are given. The
/// gate, the beginning and the end of the alert are always given.
fn template(facts: &Facts<'_>, alert: &Alert, found: &mut Diagnostics) {
    let Some(template) = &alert.template else { return };
    let known = facts
        .messages
        .iter()
        .all(|it| it.attribute(&template.value, "title", &[].into()).is_some());
    let mut wrong = BTreeSet::new();
    if known {
        let given = alert.params.keys().cloned().chain(["gate", "from", "to"].map(str::to_owned));
        let given: BTreeSet<_> = given.collect();
        for messages in facts.messages {
            let wanted = messages.variables(&template.value);
            wrong.extend(wanted.difference(&given).cloned());
            wrong.extend(alert.params.keys().filter(|it| !wanted.contains(*it)).cloned());
        }
    } else {
        wrong.insert("…".to_owned());
    }
    for name in wrong {
        let problem = Problem::AlertTemplate { template: template.value.clone(), name };
        found.push(problem, template.span);
    }
}
