"""What surrounds the documents: the peer's theme, which does the work of condau's own, and condau's settings and data."""
import os

BASE = "https://vanban.example"
CSS = """:root{--fg:#1b1b1b;--bg:#fff;--mut:#5b6470;--lnk:#0b4f9e;--bar:#8c1d18;--line:#d8dde3;--soft:#f5f7f9;--max:72rem}
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;color:var(--fg);background:var(--bg);font:1rem/1.6 "Noto Sans","Segoe UI",Roboto,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
a{color:var(--lnk);text-decoration:none}a:hover,a:focus{text-decoration:underline}
a:focus-visible{outline:3px solid #ffbf47;outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem}
header.site{border-top:6px solid var(--bar);border-bottom:1px solid var(--line);background:var(--soft)}
header.site .in,main,footer.site .in{max-width:var(--max);margin:0 auto;padding:0 1rem}
header.site .in{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;padding:1rem}
.brand{font-weight:700;font-size:1.15rem;color:var(--bar)}
nav.main ul,nav.lang ul,nav.crumb ol,ul.tags{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem 1rem}
nav.lang{margin-left:auto}nav.lang [aria-current]{font-weight:700;color:var(--fg)}
nav.crumb{margin:1rem 0;font-size:.9rem;color:var(--mut)}nav.crumb li+li::before{content:"/";margin-right:1rem;color:var(--line)}
.layout{display:grid;grid-template-columns:minmax(0,1fr) 16rem;gap:2rem}
@media(max-width:52rem){.layout{grid-template-columns:1fr}.toc{order:-1}}
article h1{font-size:1.8rem;line-height:1.25;margin:.5rem 0 1rem}article h2{margin-top:2rem;border-bottom:1px solid var(--line)}
dl.meta{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;background:var(--soft);padding:1rem;border-left:4px solid var(--bar)}
dl.meta dt{color:var(--mut)}dl.meta dd{margin:0}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.95rem}th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}
thead th{background:var(--soft)}blockquote{margin:1rem 0;padding:.1rem 1rem;border-left:4px solid var(--line);color:var(--mut)}
aside.toc{font-size:.9rem;position:sticky;top:1rem;align-self:start}aside.toc ul{padding-left:1rem}
ul.docs{list-style:none;padding:0}ul.docs li{padding:.6rem 0;border-bottom:1px solid var(--line)}ul.docs .no{color:var(--mut);margin-right:.75rem;font-variant-numeric:tabular-nums}
.qr{display:flex;gap:1rem;align-items:center;border:1px solid var(--line);padding:1rem;margin:2rem 0;break-inside:avoid}.qr img,.qr svg{width:8rem;height:8rem}
footer.site{margin-top:3rem;border-top:1px solid var(--line);color:var(--mut);font-size:.9rem}footer.site .in{padding:1.5rem 1rem}
@media print{header.site,nav.crumb,aside.toc,footer.site{display:none}.layout{display:block}a{color:inherit}article h1{font-size:1.4rem}}"""
LOCALE = {"vi": "vi_VN", "en": "en_GB", "zh": "zh_CN"}
WORDS = ["home", "toc", "tags", "number", "date", "lang", "docs", "verify", "foot"]


def q(s):
    import json
    return json.dumps(s, ensure_ascii=False)


def hugo(put, LANGS, KINDS, ST, UI, TAGS):
    c = [f'baseURL = "{BASE}/"', 'defaultContentLanguage = "vi"', 'enableRobotsTXT = false', 'disableKinds = ["robotsTXT"]',
         '[outputs]', 'home = ["html","rss"]', 'section = ["html"]', 'taxonomy = ["html"]', 'term = ["html"]', 'page = ["html"]',
         '[services.rss]', 'limit = 20', '[markup.tableOfContents]', 'startLevel = 2', 'endLevel = 3',
         '[params]', f'kinds = {q(KINDS)}', 'qr = false', '[taxonomies]', 'tag = "tags"']
    for n, l in enumerate(LANGS):
        c += [f"[languages.{l}]", f"weight = {n+1}", f"title = {q(UI[l]['site'])}", f"label = {q(UI[l]['name'])}",
              f"locale = {q(LOCALE[l].replace('_','-'))}"]
    put("hugo.toml", "\n".join(c) + "\n")
    for l in LANGS:
        put(f"i18n/{l}.toml", "\n".join(f"{k} = {q(UI[l][k])}" for k in WORDS) + "\n" +
            "\n".join(f"{k} = {q(ST[l][k])}" for k in KINDS) + "\n")
        for k in KINDS:
            put(f"content/{k}/_index.{l}.md", f"+++\ntitle = {q(ST[l][k])}\n+++\n")
        put(f"content/_index.{l}.md", f"+++\ntitle = {q(UI[l]['site'])}\n+++\n")
    put("layouts/baseof.html", """<!doctype html>
<html lang="{{ site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} | {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}<link rel="alternate" type="application/rss+xml" href="{{ "index.xml" | absLangURL }}">
<style>CSS_HERE</style>
</head>
<body>
<a class="skip" href="#main">{{ i18n "toc" }}</a>
<header class="site"><div class="in">
<a class="brand" href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<nav class="main"><ul>{{ range site.Params.kinds }}<li><a href="{{ printf "%s/" . | relLangURL }}">{{ i18n . }}</a></li>{{ end }}<li><a href="{{ "tags/" | relLangURL }}">{{ i18n "tags" }}</a></li></ul></nav>
<nav class="lang" aria-label="{{ i18n "lang" }}"><ul>{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}" hreflang="{{ .Language.Lang }}"{{ if eq .Language.Lang $.Language.Lang }} aria-current="true"{{ end }}>{{ .Language.Label }}</a></li>{{ end }}</ul></nav>
</div></header>
<main id="main">
<nav class="crumb"><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}<li>{{ .Title }}</li></ol></nav>
{{ block "main" . }}{{ end }}
</main>
<footer class="site"><div class="in">{{ i18n "foot" }}</div></footer>
</body>
</html>
""".replace("CSS_HERE", CSS))
    put("layouts/page.html", """{{ define "main" }}<div class="layout"><article>
<h1>{{ .Title }}</h1>
<dl class="meta"><dt>{{ i18n "number" }}</dt><dd>{{ .Params.number }}</dd><dt>{{ i18n "date" }}</dt><dd><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date | time.Format ":date_long" }}</time></dd></dl>
<p class="lead">{{ .Description }}</p>
{{ .Content }}
<ul class="tags">{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
{{ if site.Params.qr }}{{ $u := printf "%s?n=%s" .Permalink .Params.number }}{{ with images.QR $u (dict "targetDir" "qr" "level" "medium" "scale" 4) }}<div class="qr"><img src="{{ .RelPermalink }}" width="{{ .Width }}" height="{{ .Height }}" alt="{{ i18n "verify" }}"><p>{{ i18n "verify" }}</p></div>{{ end }}{{ end }}
</article><aside class="toc"><h2>{{ i18n "toc" }}</h2>{{ .TableOfContents }}</aside></div>{{ end }}
""")
    lst = """<ul class="docs">{{ range RANGE }}<li><span class="no">{{ .Params.number }}</span><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2006-01-02" }}</time></li>{{ end }}</ul>"""
    put("layouts/section.html", '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ len .RegularPages }} {{ i18n "docs" }}</p>' + lst.replace("RANGE", ".RegularPages") + "{{ end }}\n")
    put("layouts/term.html", '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ len .Pages }} {{ i18n "docs" }}</p>' + lst.replace("RANGE", ".Pages") + "{{ end }}\n")
    put("layouts/taxonomy.html", '{{ define "main" }}<h1>{{ i18n "tags" }}</h1><ul class="tags">{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}\n')
    put("layouts/home.html", '{{ define "main" }}<h1>{{ site.Title }}</h1>{{ range site.Sections }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ len .RegularPages }} {{ i18n "docs" }}</p>' + lst.replace("RANGE", "first 5 .RegularPages") + "{{ end }}{{ end }}\n")
    put("layouts/rss.xml", """{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>{{ site.Title }}</title><link>{{ .Permalink }}</link><description>{{ site.Title }}</description><language>{{ site.Language.Lang }}</language>
{{ range first 20 site.RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Description }}</description></item>
{{ end }}</channel></rss>
""")


def condau(put, LANGS, KINDS, ST, UI, TAGS):
    """Only what every condau site has: its configuration, its data files and a section introduction; the theme is the built-in one."""
    def text(of):
        return "{ " + ", ".join(f"{l} = {q(of(l))}" for l in LANGS) + " }"
    c = ["[site]", f'base_url = "{BASE}/"', 'languages = ["vi", "en", "zh"]', 'pairs = [["vi", "en"], ["vi", "zh"]]', 'theme = "plain"',
         "specimen = false", "[office]", 'organization = "sngv"', f"responsible = {text(lambda l: 'A')}", f"address = {text(lambda l: 'B')}",
         'hotline = ""', 'email = "a@vanban.example"', "[sections.documents]",
         'path = { vi = "van-ban", en = "documents", zh = "wenjian" }', 'kinds = ["document"]']
    for x in range(20):
        c += [f"[topics.t{x:02d}]", f"name = {text(lambda l: TAGS[l][x])}"]
    put("condau.toml", "\n".join(c) + "\n")
    from gen_corpus import ORG_CODES
    put("content/data/organizations.toml", "\n".join("\n".join(["[[organization]]", f"id = {q(o.lower())}", f"name = {text(lambda l: o)}",
        f"abbreviations = {q([o])}", 'country = "VN"', 'role = "own"']) for o in ORG_CODES) + "\n")
    put("content/data/units.toml", "\n".join(["[[unit]]", 'id = "van-phong"', f"name = {text(lambda l: UI[l]['site'])}",
        f"duties = {text(lambda l: UI[l]['docs'])}"]) + "\n")
    for l in LANGS:
        put(f"content/documents/_index.{l}.md", f"+++\ntitle = {q(UI[l]['site'])}\nsummary = {q(UI[l]['foot'])}\n+++\n")


def write(flavor, put, LANGS, KINDS, ST, UI, TAGS, out):
    {"condau": condau, "hugo": hugo}[flavor](put, LANGS, KINDS, ST, UI, TAGS)
