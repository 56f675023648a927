//! What machines read: addresses, metadata, JSON-LD, feeds, tables, headers.

use serde_json::Value;

use crate::support::{SETTINGS, Site, files, page};

/// An item in three languages; the Chinese text was drafted by a machine.
fn item(site: Site, folder: &str, data: &str) -> Site {
    let vi = format!(
        "+++\n{data}\ntitle = \"Tên </script> & bài\"\nsummary = \"Tóm tắt.\"\n\
         owner = \"van-phong\"\npublished = 2026-03-02\n+++\n\nNội dung.\n"
    );
    let en = "+++\ntitle = \"The title\"\nsummary = \"In short.\"\n+++\n\nText.\n";
    let zh = "+++\ntitle = \"标题\"\nsummary = \"摘要。\"\nmachine = \"engine\"\n+++\n\n正文。\n";
    site.write(&format!("content/{folder}/index.vi.md"), &vi)
        .write(&format!("content/{folder}/index.en.md"), en)
        .write(&format!("content/{folder}/index.zh.md"), zh)
}

const DOCUMENT: &str = "kind = \"document\"\ntype = \"plan\"\nnumber = \"M-12/KH-MAU\"\n\
    issuer = \"so-mau\"\nissued = 2026-03-02\neffective = 2026-03-02\nrecipients = [\"site\"]\n\
    signer = { authority = \"none\", role = \"Giám đốc\" }\n\
    attachments = [{ file = \"a.pdf\", label = { vi = \"Toàn văn\" }, lang = \"vi\" }]";
const EARLIER: &str = "kind = \"document\"\ntype = \"plan\"\nnumber = \"M-09/KH-MAU\"\n\
    issuer = \"so-mau\"\nissued = 2025-03-03\neffective = 2025-03-03\nrecipients = [\"site\"]\n\
    signer = { authority = \"none\", role = \"Giám đốc\" }\n\
    attachments = [{ file = \"a.pdf\", label = { vi = \"Toàn văn\" } }]";
const MOU: &str = "kind = \"mou\"\nparties = [\"so-mau\", \"doi-tac\"]\nlevel = \"department\"\n\
    signed = 2026-01-08\nplace = { vi = \"Hà Nội\" }\neffective = 2026-01-08\nrenewal = \"none\"\n\
    cleared = true\nauthentic = [\"vi\"]\nreported = 2026-01-10";
const PROCEDURE: &str = "kind = \"procedure\"\ncode = \"0.000001\"\nlevel = \"in-person\"\n\
    authority = \"so-mau\"\nreceives = [\"van-phong\"]\nfor = [\"enterprise\"]\n\
    channels = [\"in-person\"]\nsets = 1\ntime_limit = { value = 3, unit = \"working-day\" }\n\
    fees = [{ amount = 111000 }]\ndecision = \"42/2022/NĐ-CP\"\nbasis = [\"42/2022/NĐ-CP\"]";
const EVENT: &str = "kind = \"programme\"\ntype = \"event\"\n\
    announced = 2026-04-01T08:00:00+07:00\nfrom = 2026-06-10T08:00:00+07:00\n\
    to = 2026-06-10T11:30:00+07:00\nplace = { vi = \"Hội trường\" }\n\
    channels = [{ channel = \"site\", at = 2026-04-01T08:00:00+07:00 }]";
const PROGRAMME: &str = "kind = \"programme\"\ntype = \"programme\"\n\
    announced = 2026-04-01T08:00:00+07:00\nopens = 2026-05-01\ncloses = 2026-05-31\n\
    channels = [{ channel = \"site\", at = 2026-04-01T08:00:00+07:00 }]";
const QUESTION: &str = "kind = \"question\"\nasked = 2026-02-02\nchannel = \"email\"\n\
    answered = 2026-02-06";
const ALERT: &str = "kind = \"alert\"\ngate = \"cua-mot\"\nseverity = \"closure\"\n\
    from = 2026-05-01T06:00:00+07:00\nto = 2026-05-20T20:00:00+07:00";
const PAST: &str = "kind = \"alert\"\ngate = \"cua-mot\"\nseverity = \"closure\"\n\
    from = 2026-03-03T06:00:00+07:00\nto = 2026-03-20T20:00:00+07:00";
const INSTRUMENTS: &str = "[[instrument]]\nnumber = \"42/2022/NĐ-CP\"\ntype = \"decree\"\n\
    title = { vi = \"Nghị định\" }\nissuer = \"chinh-phu\"\nissued = 2022-06-24\nverified = true\n";
const GATES: &str = "[[gate]]\nid = \"cua-mot\"\nname = { vi = \"Cửa một\", en = \"Gate one\" }\n";

fn site() -> Site {
    let site = Site::new()
        .write("content/data/instruments.toml", INSTRUMENTS)
        .write("content/data/gates.toml", GATES)
        .attach("content/documents/moi/a.pdf", b"%PDF-1.4")
        .attach("content/documents/cu/a.pdf", b"%PDF-1.4");
    let newer = format!("{DOCUMENT}\nreplaces = [\"documents/cu\"]");
    let site = item(site, "documents/moi", &newer);
    let site = item(site, "documents/cu", EARLIER);
    let site = item(site, "cooperation/ghi-nho", MOU);
    let site = item(site, "procedures/mot", PROCEDURE);
    let site = item(site, "notices/doi-thoai", EVENT);
    let site = item(site, "notices/ho-tro", PROGRAMME);
    let site = item(site, "questions/bao-lau", QUESTION);
    let site = item(site, "border/dung", ALERT);
    let site = item(site, "border/qua", PAST);
    let site = item(site, "border/cua", "kind = \"page\"\ntables = [\"gates\"]");
    item(site, "about/lien-he", "kind = \"page\"")
}

/// The nodes of a page's JSON-LD.
fn graph(html: &str) -> Vec<Value> {
    let start = "<script type=\"application/ld+json\">";
    assert_eq!(html.matches("<script").count(), 1, "{html}");
    let json = html.split(start).nth(1).unwrap().split("</script>").next().unwrap();
    let whole: Value = serde_json::from_str(json).unwrap();
    assert_eq!(whole["@context"], "https://schema.org");
    whole["@graph"].as_array().unwrap().clone()
}

/// The node of a type.
fn node(html: &str, kind: &str) -> Value {
    let graph = graph(html);
    assert_eq!(graph[0]["@type"], "GovernmentOrganization");
    assert_eq!(graph[1]["@type"], "BreadcrumbList");
    let found = graph.iter().find(|it| it["@type"] == kind);
    found.unwrap_or_else(|| panic!("no {kind} in {graph:#?}")).clone()
}

const URL: &str = "https://songoaivu.example";

#[test]
fn a_document_is_legislation() {
    let build = site().build();
    let vi = node(&page(&build, "vi/van-ban/moi/index.html"), "Legislation");
    assert_eq!(vi["name"], "Tên </script> & bài");
    for (key, value) in [
        ("legislationIdentifier", "M-12/KH-MAU"),
        ("legislationDate", "2026-03-02"),
        ("legislationDateVersion", "2026-05-04"),
        ("legislationLegalForce", "https://schema.org/InForce"),
        ("legislationLegalValue", "https://schema.org/OfficialLegalValue"),
        ("inLanguage", "vi"),
    ] {
        assert_eq!(vi[key], value, "{key}");
    }
    assert_eq!(vi["legislationChanges"][0]["legislationIdentifier"], "M-09/KH-MAU");
    assert_eq!(vi["encoding"][0]["contentUrl"], format!("{URL}/vi/van-ban/moi/a.pdf"));
    // The machine's text is no translation that anyone is led to.
    let translations = vi["workTranslation"].as_array().unwrap();
    assert_eq!(translations.len(), 1);
    assert_eq!(translations[0]["@id"], format!("{URL}/en/documents/moi/"));
    let en = node(&page(&build, "en/documents/moi/index.html"), "Legislation");
    assert_eq!(en["legislationLegalValue"], "https://schema.org/UnofficialLegalValue");
    assert_eq!(en["translationOfWork"]["@id"], format!("{URL}/vi/van-ban/moi/"));
    let zh = node(&page(&build, "zh/wenjian/moi/index.html"), "Legislation");
    assert_eq!(zh["legislationLegalValue"], Value::Null);
    let old = node(&page(&build, "vi/van-ban/cu/index.html"), "Legislation");
    assert_eq!(old["legislationLegalForce"], "https://schema.org/NotInForce");
}

#[test]
fn every_other_kind_says_what_it_is() {
    let build = site().build();
    let of = |path: &str, kind: &str| node(&page(&build, &format!("{path}index.html")), kind);
    let mou = of("vi/hop-tac/ghi-nho/", "Legislation");
    assert_eq!(mou["legislationType"], "Memorandum of understanding");
    assert_eq!(mou["legislationPassedBy"][1]["@type"], "Organization");
    let procedure = of("en/procedures/mot/", "GovernmentService");
    assert_eq!(procedure["offers"][0]["price"], 111_000);
    assert_eq!(procedure["provider"]["@id"], format!("{URL}/#office"));
    assert_eq!(procedure["availableChannel"][0]["@type"], "ServiceChannel");
    assert_eq!(procedure["serviceType"], "Procedure");
    let event = of("vi/thong-bao/doi-thoai/", "Event");
    assert_eq!(event["startDate"], "2026-06-10T08:00:00+07:00");
    assert_eq!(event["location"]["name"], "Hội trường");
    assert_eq!(of("vi/thong-bao/ho-tro/", "Article")["datePublished"], "2026-03-02");
    let question = &of("en/questions/bao-lau/", "QAPage")["mainEntity"];
    assert_eq!(question["acceptedAnswer"]["text"], "In short.");
    assert_eq!(question["answerCount"], 1);
    let faq = of("en/questions/", "FAQPage");
    assert_eq!(faq["mainEntity"][0]["name"], "The title");
    let alert = of("en/border/dung/", "SpecialAnnouncement");
    assert_eq!(alert["spatialCoverage"]["name"], "Gate one");
    assert_eq!(of("vi/gioi-thieu/lien-he/", "WebPage")["inLanguage"], "vi");
    assert_eq!(of("vi/", "WebSite")["name"], "Sở Ngoại vụ tỉnh Mẫu");
    let gates = of("en/border/cua/", "Dataset");
    assert_eq!(gates["distribution"][0]["contentUrl"], format!("{URL}/data/gates.json"));
    let tables = of("vi/so-do/", "DataCatalog");
    let file = &tables["dataset"][0]["distribution"][1]["contentUrl"];
    assert_eq!(file, &format!("{URL}/data/organizations.csv"));
}

#[test]
fn a_stub_is_about_the_text_that_it_shows() {
    let zh = "+++\ntitle = \"标题\"\nsummary = \"摘要。\"\n+++\n";
    let build = site().write("content/documents/moi/index.zh.md", zh).build();
    let html = page(&build, "zh/wenjian/moi/index.html");
    assert!(!html.contains("hreflang=\"en\" href=\"https:"), "{html}");
    let stub = node(&html, "Legislation");
    assert_eq!(stub["@id"], format!("{URL}/vi/van-ban/moi/"));
    assert_eq!(stub["inLanguage"], "vi");
    let map = page(&build, "sitemap.xml");
    assert!(map.contains("<loc>https://songoaivu.example/en/documents/moi/</loc>"), "{map}");
    assert!(!map.contains("zh/wenjian/moi"), "{map}");
}

#[test]
fn a_page_names_itself_in_every_language() {
    let html = page(&site().build(), "en/documents/moi/index.html");
    for expected in [
        "<link rel=\"canonical\" href=\"https://songoaivu.example/en/documents/moi/\">",
        "hreflang=\"vi\" href=\"https://songoaivu.example/vi/van-ban/moi/\"",
        "hreflang=\"x-default\" href=\"https://songoaivu.example/vi/van-ban/moi/\"",
        "<meta name=\"DC.source\" content=\"https://songoaivu.example/vi/van-ban/moi/\">",
        "<meta name=\"DC.identifier\" content=\"M-12/KH-MAU\">",
        "<meta property=\"og:locale\" content=\"en_GB\">",
        "<meta property=\"og:locale:alternate\" content=\"vi_VN\">",
        "type=\"application/atom+xml\" title=\"documents – Department (specimen)\" href=\"/en/documents/feed.xml\"",
    ] {
        assert!(html.contains(expected), "{expected}\n{html}");
    }
    assert!(!html.contains("hreflang=\"zh-Hans\" href=\"https:"), "{html}");
    let home = page(&site().build(), "en/index.html");
    assert!(home.contains("hreflang=\"x-default\" href=\"https://songoaivu.example/\""), "{home}");
}

#[test]
fn ids_of_a_feed_stay_when_a_title_changes() {
    let ids = |build: &condau::site::Build| -> Vec<Value> {
        let feed: Value = serde_json::from_str(&page(build, "vi/van-ban/feed.json")).unwrap();
        feed["items"].as_array().unwrap().iter().map(|it| it["id"].clone()).collect()
    };
    let before = ids(&site().build());
    assert_eq!(before[0], "tag:songoaivu.example,2026-03-02:documents/moi:vi");
    let source = "content/documents/moi/index.vi.md";
    let text = format!(
        "+++\n{DOCUMENT}\ntitle = \"Tên khác\"\nsummary = \"Tóm tắt.\"\nowner = \"van-phong\"\n\
         published = 2026-03-02\nupdated = 2026-04-02\n+++\n\nNội dung.\n"
    );
    let build = site().write(source, &text).build();
    assert_eq!(ids(&build), before);
    let atom = page(&build, "vi/van-ban/feed.xml");
    assert!(atom.contains("<title>[MẪU] Tên khác</title>"), "{atom}");
    assert!(atom.contains("<updated>2026-04-02T00:00:00+07:00</updated>\n<author>"), "{atom}");
}

#[test]
fn alerts_that_are_over_are_in_no_feed() {
    let build = site().build();
    for path in ["vi/feed.xml", "vi/cua-khau/feed.xml", "vi/cua-khau/cua-mot/feed.xml"] {
        let feed = page(&build, path);
        assert!(feed.contains(":border/dung:vi"), "{path}");
        assert!(!feed.contains(":border/qua:vi"), "{path}");
    }
}

#[test]
fn a_calendar_has_days_and_times() {
    let calendar = page(&site().build(), "en/notices.ics");
    assert!(calendar.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20260610T080000\r\n"), "{calendar}");
    assert!(calendar.contains("DTEND;VALUE=DATE:20260601\r\n"), "{calendar}");
    assert!(calendar.contains("SUMMARY:[MẪU] The title\r\n"), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
}

#[test]
fn a_large_sitemap_has_parts() {
    use std::fmt::Write;
    let mut site = Site::new();
    // Two texts each; the lists make up the rest.
    for number in 0..10_000 {
        let name = format!("content/about/bai-{number}");
        let vi = "+++\nkind = \"page\"\ntitle = \"T\"\nsummary = \"S.\"\nowner = \"van-phong\"\n\
            published = 2026-01-05\n+++\n\nA\n";
        let mut path = name.clone();
        write!(path, "/index.vi.md").unwrap();
        site = site.add(&path, vi);
        let en = "+++\ntitle = \"T\"\nsummary = \"S.\"\n+++\n\nA\n";
        site = site.add(&format!("{name}/index.en.md"), en);
    }
    let build = site.build();
    let index = page(&build, "sitemap.xml");
    assert_eq!(index.matches("<sitemap>").count(), 2, "{index}");
    let parts = ["sitemap-1.xml", "sitemap-2.xml"].map(|it| page(&build, it));
    let count = |it: &String| it.matches("<url>").count();
    assert_eq!(count(&parts[0]), 20_000);
    // 20,000 texts and the choice of a language; home, map, help, 7 sections, 199 more pages.
    assert_eq!(parts.iter().map(count).sum::<usize>(), 20_001 + 3 * (3 + 7 + 199));
}

#[test]
fn the_policy_has_no_exception_and_the_pages_need_none() {
    let build = site().build();
    let mut seen = 0;
    for path in files(&build).into_iter().filter(|it| it.ends_with(".html")) {
        let html = page(&build, &path);
        assert!(html.contains("http-equiv=\"Content-Security-Policy\""), "{path}");
        assert!(!html.contains("unsafe-inline") && !html.contains(" style="), "{path}");
        assert!(!html.contains("<style") && !html.contains("javascript:"), "{path}");
        let handler = |it: &str| {
            let name = it.split('=').next().unwrap_or_default();
            it.contains("=\"")
                && name.starts_with("on")
                && name.bytes().all(|b| b.is_ascii_lowercase())
        };
        assert!(!html.split_ascii_whitespace().any(handler), "{path}");
        seen += 1;
    }
    assert!(seen > 50, "nothing was read");
}

#[test]
fn the_endpoint_and_allowed_hosts_are_in_the_policy() {
    let settings = format!(
        "{SETTINGS}[forms]\nendpoint = \"https://form.example/gui?a=1\"\n\
         [csp]\nallow = [\"https://thongke.example\"]\n"
    );
    let build = site().write("condau.toml", &settings).build();
    let nginx = page(&build, "headers/nginx.conf");
    assert!(nginx.contains("form-action 'self' https://form.example; frame-ancestors 'none'"));
    assert!(nginx.contains("script-src 'self' https://thongke.example;"), "{nginx}");
    let html = page(&build, "vi/index.html");
    assert!(html.contains("form-action 'self' https://form.example; base-uri 'none'"), "{html}");
    for path in ["_headers", "headers/Caddyfile", "headers/apache.htaccess"] {
        assert!(page(&build, path).contains("max-age=31536000; includeSubDomains"), "{path}");
    }
}

#[test]
fn persons_are_in_no_table() {
    let unit = "[[unit]]\nid = \"van-phong\"\nname = { vi = \"Văn phòng\" }\n\
        email = \"vanphong@songoaivu.example\"\nduties = { vi = \"Việc\" }\n\
        contacts = [{ role = { vi = \"Người trực\" }, phone = \"0900\" }]\n";
    let build = site().write("content/data/units.toml", unit).build();
    for path in ["data/units.json", "data/units.csv"] {
        let table = page(&build, path);
        assert!(table.contains("Văn phòng") && !table.contains("0900"), "{table}");
    }
    assert!(!files(&build).iter().any(|it| it == "data/prices.csv"), "an empty table");
}

#[test]
fn a_site_for_the_public_opens_its_doors() {
    let open = SETTINGS.replace("specimen = true", "");
    let build = Site::new().write("condau.toml", &open).build();
    let robots = "User-agent: *\nDisallow:\n\nSitemap: https://songoaivu.example/sitemap.xml\n";
    assert_eq!(page(&build, "robots.txt"), robots);
    assert_eq!(page(&site().build(), "robots.txt"), "User-agent: *\nDisallow: /\n");
    assert!(page(&build, ".well-known/security.txt").contains("Expires: 2027-05-04T00:00:00Z"));
}
