//! The headers of every answer, as one table: for hosts that read a file, for three servers, and
//! the policy for pages themselves (content.md §10).

use crate::catalogue::routes::Host;
use crate::project::Project;

/// Name and value of each header.
fn headers(project: &Project) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", directives(project, &["frame-ancestors 'none'"])),
        ("Strict-Transport-Security", "max-age=31536000; includeSubDomains".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ]
}

/// What pages may load, run and send: their own host, and no code that stands in the page itself.
/// As it stands in a page, where `frame-ancestors` has no effect.
pub(super) fn policy(project: &Project) -> String {
    directives(project, &[])
}

fn directives(project: &Project, only_in_headers: &[&str]) -> String {
    let list = |first: &str, more: &[&str]| {
        more.iter().fold(first.to_owned(), |list, it| format!("{list} {it}"))
    };
    let allowed: Vec<_> = project.csp_allow.iter().map(|it| it.value.as_str()).collect();
    let endpoint = origin(&project.forms.endpoint);
    let mut directives = vec![
        "default-src 'none'".to_owned(),
        "style-src 'self'".to_owned(),
        list("script-src 'self'", &allowed),
        list("img-src 'self'", &allowed),
        "font-src 'self'".to_owned(),
        list("connect-src 'self'", &allowed),
        "manifest-src 'self'".to_owned(),
        list("form-action 'self'", endpoint.as_slice()),
    ];
    directives.extend(only_in_headers.iter().map(|it| (*it).to_owned()));
    directives.push("base-uri 'none'".to_owned());
    directives.join("; ")
}

/// Scheme and host of an https address.
fn origin(url: &str) -> Option<&str> {
    let host = url.strip_prefix("https://")?;
    let length = host.find(['/', '?', '#']).unwrap_or(host.len());
    Some(&url[..url.len() - host.len() + length]).filter(|it| crate::project::is_origin(it))
}

/// The headers in the words of one kind of host. `base` is the path of the site on its host.
pub(super) fn file(project: &Project, base: &str, host: Host) -> String {
    let headers = headers(project);
    let lines = |of: &dyn Fn(&str, &str) -> String| -> String {
        headers.iter().map(|(name, value)| of(name, value)).collect()
    };
    let note = |server: &str, place: &str| {
        format!("# Headers for {server}, written by condau: put them into {place}.\n")
    };
    match host {
        Host::Static => format!("{base}/*\n{}", lines(&|name, it| format!("  {name}: {it}\n"))),
        Host::Nginx => {
            note("nginx", "the `server` block")
                + &lines(&|name, it| format!("add_header {name} \"{it}\" always;\n"))
        }
        Host::Caddy => {
            let lines = lines(&|name, it| format!("\t{name} \"{it}\"\n"));
            note("Caddy", "the block of the site") + "header {\n" + &lines + "}\n"
        }
        Host::Apache => {
            note("Apache", "the virtual host or `.htaccess`; mod_headers must be loaded")
                + &lines(&|name, it| format!("Header always set {name} \"{it}\"\n"))
        }
    }
}
