#!/usr/bin/env python3
"""Deterministic trilingual (vi/en/zh) corpus of administrative documents for benchmarking
static site generators: the same documents in each tool's own layout.

  gen_corpus.py --docs N --out DIR --flavor condau|hugo [--seed 627]

N documents, each in vi, en and zh => 3N content pages. The same (N, seed) always gives the same
bytes; document i has the same text whatever N is, except its internal links (targets modulo N).
Python 3 standard library only.
"""
import argparse, os, random, json, datetime, shutil

LANGS = ["vi", "en", "zh"]
KINDS = ["policy", "mou", "procedure", "plan"]
KIND_CODE = {"policy": "QĐ", "mou": "TB", "procedure": "HD", "plan": "KH"}
TYPE = {"policy": "decision", "mou": "notice", "procedure": "guidance", "plan": "plan"}
ORG_CODES = ["SNgV", "UBND", "STP", "SNV", "SKHCN", "SDL", "STTTT", "VP"]

W = {
 "vi": dict(
  subj=["Sở Ngoại vụ", "Ủy ban nhân dân thành phố", "Văn phòng Ủy ban", "phòng Hợp tác quốc tế", "đơn vị chủ trì",
        "cơ quan phối hợp", "đoàn công tác", "bộ phận tiếp nhận hồ sơ", "lãnh đạo Sở", "tổ công tác liên ngành",
        "đối tác nước ngoài", "người nộp hồ sơ", "cán bộ thụ lý", "hội đồng thẩm định"],
  verb=["chịu trách nhiệm", "phối hợp thực hiện", "xây dựng và trình duyệt", "theo dõi, đôn đốc", "tổng hợp báo cáo",
        "thẩm định", "công bố công khai", "rà soát, cập nhật", "tiếp nhận và xử lý", "ký kết", "lưu trữ", "kiểm tra",
        "hướng dẫn thực hiện", "đề xuất sửa đổi"],
  obj=["kế hoạch hợp tác quốc tế", "hồ sơ xin phép xuất cảnh", "bản ghi nhớ hợp tác", "quy trình lễ tân đối ngoại",
       "chương trình xúc tiến đầu tư", "thủ tục cấp giấy phép", "nội dung dự thảo văn bản", "kinh phí thực hiện",
       "danh mục tài liệu kèm theo", "báo cáo kết quả hằng quý", "hệ thống thông tin điện tử", "quy chế làm việc",
       "chính sách hỗ trợ doanh nghiệp", "công tác bảo hộ công dân", "lịch tiếp khách quốc tế"],
  adv=["trong thời hạn mười lăm ngày làm việc", "theo quy định của pháp luật hiện hành", "trước ngày ba mươi hằng tháng",
       "trên cổng thông tin điện tử", "bằng văn bản và bản điện tử", "khi có yêu cầu của cơ quan có thẩm quyền",
       "bảo đảm tiết kiệm và hiệu quả", "trên cơ sở bình đẳng, cùng có lợi", "đúng tiến độ đã được phê duyệt",
       "phù hợp với tình hình thực tế tại địa phương"],
  head=["Phạm vi điều chỉnh", "Đối tượng áp dụng", "Giải thích từ ngữ", "Nội dung hợp tác", "Trình tự thực hiện",
        "Trách nhiệm của các bên", "Kinh phí", "Thời hạn và hiệu lực", "Tổ chức thực hiện", "Hồ sơ kèm theo",
        "Giám sát và đánh giá", "Điều khoản thi hành"],
  title={"policy": "Quy định về", "mou": "Bản ghi nhớ về", "procedure": "Hướng dẫn thủ tục", "plan": "Kế hoạch triển khai"},
  th=["STT", "Nội dung", "Đơn vị chủ trì", "Thời hạn"], article="Điều", see="Xem thêm", fn="Căn cứ văn bản số",
  see_at="tại", imp="quan trọng", dot=". ", comma=", ", sp=" "),
 "en": dict(
  subj=["the Department of Foreign Affairs", "the City People's Committee", "the Office of the Committee",
        "the International Cooperation Division", "the lead agency", "the coordinating body", "the delegation",
        "the application desk", "the Director", "the inter-agency task force", "the foreign partner", "the applicant",
        "the case officer", "the review board"],
  verb=["shall be responsible for", "coordinates the implementation of", "drafts and submits for approval",
        "monitors and follows up on", "reports on", "appraises", "publishes", "reviews and updates",
        "receives and processes", "signs", "archives", "inspects", "gives guidance on", "proposes amendments to"],
  obj=["the international cooperation plan", "applications for exit permits", "the memorandum of understanding",
       "the diplomatic protocol procedure", "the investment promotion programme", "the licensing procedure",
       "the draft instrument", "the implementation budget", "the list of annexed documents",
       "the quarterly results report", "the electronic information system", "the working regulations",
       "the enterprise support policy", "consular protection of citizens", "the schedule of international visits"],
  adv=["within fifteen working days", "in accordance with the law in force", "before the thirtieth day of each month",
       "on the electronic portal", "in writing and in electronic form", "at the request of the competent authority",
       "with due regard to economy and effectiveness", "on the basis of equality and mutual benefit",
       "on the approved schedule", "in line with local circumstances"],
  head=["Scope", "Subjects of application", "Interpretation of terms", "Areas of cooperation", "Steps to follow",
        "Responsibilities of the parties", "Funding", "Term and validity", "Organisation of implementation",
        "Annexed documents", "Monitoring and evaluation", "Final provisions"],
  title={"policy": "Regulation on", "mou": "Memorandum of Understanding on", "procedure": "Procedure guide for",
         "plan": "Implementation plan for"},
  th=["No.", "Task", "Lead agency", "Deadline"], article="Article", see="See also", fn="Pursuant to document No.",
  see_at="at", imp="important", dot=". ", comma=", ", sp=" "),
 "zh": dict(
  subj=["外事厅", "市人民委员会", "委员会办公室", "国际合作处", "牵头单位", "协作机关", "工作代表团", "受理窗口",
        "厅领导", "跨部门工作组", "外方合作伙伴", "申请人", "经办人员", "评审委员会"],
  verb=["负责", "协调实施", "起草并报批", "跟踪督促", "汇总上报", "审核", "公开发布", "审查更新", "受理", "签署",
        "归档保存", "检查", "指导实施", "提议修订"],
  obj=["国际合作计划", "出境申请材料", "合作谅解备忘录", "对外礼宾流程", "投资促进方案", "许可证办理手续",
       "文件草案内容", "实施经费", "附件材料目录", "季度成果报告", "电子信息系统", "工作规章制度",
       "企业扶持政策", "公民领事保护工作", "国际来访接待日程"],
  adv=["在十五个工作日内", "依照现行法律规定", "于每月三十日之前", "通过电子门户网站", "以书面及电子形式",
       "应主管机关的要求", "本着节约高效的原则", "在平等互利的基础上", "按照已批准的进度", "结合当地实际情况"],
  head=["适用范围", "适用对象", "术语解释", "合作内容", "办理步骤", "各方责任", "经费保障", "期限与效力", "组织实施",
        "所附材料", "监督与评估", "附则"],
  title={"policy": "关于管理", "mou": "关于合作开展", "procedure": "办事指南：", "plan": "实施方案："},
  th=["序号", "内容", "牵头单位", "期限"], article="第", see="另请参阅", fn="依据文件编号",
  see_at="见", imp="重要", dot="。", comma="，", sp=""),
}
TAGS = {
 "vi": ["hợp tác quốc tế", "đối ngoại", "lễ tân", "xuất nhập cảnh", "đầu tư", "giáo dục", "du lịch", "văn hóa", "y tế",
        "khoa học công nghệ", "biên giới", "bảo hộ công dân", "hội nghị", "đào tạo", "ngân sách", "thủ tục hành chính",
        "chuyển đổi số", "thương mại", "nông nghiệp", "môi trường"],
 "en": ["international cooperation", "foreign affairs", "protocol", "immigration", "investment", "education", "tourism",
        "culture", "health", "science and technology", "border", "consular protection", "conferences", "training",
        "budget", "administrative procedures", "digital transformation", "trade", "agriculture", "environment"],
 "zh": ["国际合作", "外事", "礼宾", "出入境", "投资", "教育", "旅游", "文化", "卫生", "科学技术", "边境", "领事保护",
        "会议", "培训", "预算", "行政手续", "数字化转型", "贸易", "农业", "环境"],
}
SECTION_TITLE = {
 "vi": {"policy": "Quy định", "mou": "Bản ghi nhớ", "procedure": "Thủ tục", "plan": "Kế hoạch"},
 "en": {"policy": "Policies", "mou": "Memoranda", "procedure": "Procedures", "plan": "Plans"},
 "zh": {"policy": "政策", "mou": "备忘录", "procedure": "办事指南", "plan": "计划"},
}
UI = {
 "vi": dict(site="Cổng văn bản đối ngoại", home="Trang chủ", toc="Mục lục", tags="Chủ đề", number="Số hiệu",
            date="Ngày ban hành", lang="Ngôn ngữ", name="Tiếng Việt", docs="văn bản", verify="Xác thực văn bản",
            foot="Bản quyền thuộc Sở Ngoại vụ. Văn bản điện tử có mã QR để xác thực."),
 "en": dict(site="Foreign affairs document portal", home="Home", toc="Contents", tags="Topics", number="Number",
            date="Issued", lang="Language", name="English", docs="documents", verify="Verify this document",
            foot="Copyright Department of Foreign Affairs. Electronic documents carry a QR code for verification."),
 "zh": dict(site="外事文件门户", home="首页", toc="目录", tags="主题", number="文号", date="发布日期", lang="语言",
            name="中文", docs="份文件", verify="验证本文件", foot="版权归外事厅所有。电子文件附有验证二维码。"),
}
POOL = 3000


def cap(lang, s):
    return s if lang == "zh" else s[0].upper() + s[1:]


def make_pools(seed):
    pools = {}
    for lang in LANGS:
        r = random.Random(f"{seed}/{lang}")
        w, out = W[lang], []
        for _ in range(POOL):
            s = w["sp"].join([r.choice(w["subj"]), r.choice(w["verb"]), r.choice(w["obj"])])
            if r.random() < .7:
                s += (w["sp"] if lang != "zh" else "，") + r.choice(w["adv"])
            if r.random() < .35:
                s += w["comma"] + w["sp"].join([r.choice(w["verb"]), r.choice(w["obj"])])
            if r.random() < .12:
                s += w["sp"] + "(**" + w["imp"] + "**)"
            n = (len(s) / 1.7 if lang == "zh" else s.count(" ") + 1)
            out.append((cap(lang, s), n))
        pools[lang] = out
    return pools


def code_of(i):
    """A valid public code (src/verify/code.rs): 9 symbols from the document's number, then the check symbol."""
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    n = (i + 1) * 2654435761 % 32 ** 9
    digits = [n >> 5 * (8 - k) & 31 for k in range(9)]

    def times(a, b):                         # GF(32), x^5 + x^2 + 1
        out = 0
        while b:
            if b & 1:
                out ^= a
            a = a << 1 ^ (37 if a & 16 else 0)
            b >>= 1
        return out

    check, power = 0, 1
    for d in digits:
        power = times(power, 2)
        check ^= times(power, d)
    return "".join(alphabet[d] for d in digits + [check])


def slug_of(i):
    return f"van-ban-{i:06d}"


def meta(i, seed):
    r = random.Random(f"{seed}/m{i}")
    kind = KINDS[i % 4]
    d = datetime.date(2015, 1, 1) + datetime.timedelta(days=r.randrange(0, 4000))
    return dict(i=i, kind=kind, slug=slug_of(i), number=f"{i + 10}/{KIND_CODE[kind]}-{r.choice(ORG_CODES)}",
                date=d.isoformat(), tags=sorted(r.sample(range(20), 3)), o=r.randrange(15), a=r.randrange(10),
                words=r.randrange(600, 901), links=[r.randrange(10**9) for _ in range(4)])


def link(flavor, lang, kind, slug):
    if flavor == "condau":
        return f"@/documents/{slug}"
    return f"../{kind}/{slug}.md"            # hugo resolves it per language


def title_of(m, lang):
    w = W[lang]
    return w["title"][m["kind"]] + (" " if lang != "zh" else "") + w["obj"][m["o"]] + \
        (" " if lang != "zh" else "，") + w["adv"][m["a"]]


def body(m, lang, flavor, n, pools, seed):
    w, pool = W[lang], pools[lang]
    r = random.Random(f"{seed}/b{m['i']}/{lang}")
    target, words, out, nh = m["words"], (200 if lang == "vi" else 130), [], 0   # 130 ~ headings, links, notes
    heads = r.sample(w["head"], 6)

    def sents(k):
        nonlocal words
        parts = []
        for _ in range(k):
            s, c = pool[int(r.random() * POOL)]
            parts.append(s)
            words += c
        return w["dot"].join(parts) + w["dot"].rstrip()

    def lnk(j):
        t = m["links"][j] % n
        k = KINDS[t % 4]
        label = f"{w['see']} {w['obj'][t % 15]}"
        return f"[{label}]({link(flavor, lang, k, slug_of(t))})"

    out.append(sents(3) + "[^1]")
    for h, head in enumerate(heads):
        if words >= target and h >= 4:
            break
        nh += 1
        out.append(f"## {nh}. {head}" if lang != "zh" else f"## {nh}、{head}")
        out.append(sents(3))
        if h == 0:
            out.append("\n".join(f"- {sents(1)}" for _ in range(4)))
        elif h == 1:
            rows = ["| " + " | ".join(w["th"]) + " |", "|---|---|---|---|"]
            for x in range(5):
                d = datetime.date.fromisoformat(m["date"]) + datetime.timedelta(days=30 * (x + 1))
                rows.append(f"| {x+1} | {r.choice(w['obj'])} | {r.choice(w['subj'])} | {d.isoformat()} |")
                words += 8
            out.append("\n".join(rows))
            out.append(lnk(0) + w["dot"].strip() + " " + sents(2))
        elif h == 2:
            out.append("\n".join(f"{x+1}. {sents(1)}" for x in range(5)))
            out.append(f"### {nh}.1. {r.choice(w['head'])}")
            out.append(sents(3) + "[^2]")
            out.append(f"### {nh}.2. {r.choice(w['head'])}")
            out.append(sents(2) + " " + lnk(1))
        elif h == 3:
            out.append("> " + sents(2))
            out.append(lnk(2) + w["comma"].strip() + " " + lnk(3) + w["dot"].strip())
        while words < target * (h + 1) / 6:
            out.append(sents(3))
    while words < target:
        out.append(sents(3))
    out.append(f"[^1]: {w['fn']} {m['number']}.")
    out.append(f"[^2]: {sents(1)}")
    return "\n\n".join(out) + "\n"


def q(s):
    return json.dumps(s, ensure_ascii=False)


def front(m, lang, flavor):
    t, s = title_of(m, lang), W[lang]["subj"][m["o"] % 14] + W[lang]["sp"] + W[lang]["verb"][m["a"]] + W[lang]["sp"] + W[lang]["obj"][m["o"]] + W[lang]["dot"].strip()
    s = cap(lang, s)
    tags = [TAGS[lang][x] for x in m["tags"]]
    if flavor == "condau":
        if lang != "vi":
            return "+++\n" + "\n".join([f"title = {q(t)}", f"summary = {q(s)}", 'translator = "Phòng Hợp tác quốc tế"',
                    f"translated = {m['date']}"]) + "\n+++\n"
        return "+++\n" + "\n".join(['kind = "document"', f"id = {q(code_of(m['i']))}", f"title = {q(t)}", f"summary = {q(s)}",
                'owner = "van-phong"', f"published = {m['date']}", f"topics = {q(['t%02d' % x for x in m['tags']])}",
                f"type = {q(TYPE[m['kind']])}", f"number = {q(m['number'])}", f"issuer = {q(m['number'].split('-', 1)[1].lower())}",
                f"issued = {m['date']}", f"effective = {m['date']}",
                'signer = { authority = "none", role = "Giám đốc" }', 'recipients = ["site"]']) + "\n+++\n"
    if flavor == "hugo":
        return "+++\n" + "\n".join([f"title = {q(t)}", f"date = {m['date']}", f"description = {q(s)}", f"tags = {q(tags)}",
                "[params]", f"number = {q(m['number'])}", f"dockind = {q(m['kind'])}"]) + "\n+++\n"
    raise ValueError(flavor)


def path_for(flavor, lang, kind, name):
    if flavor == "condau":
        return f"content/documents/{name}/index.{lang}.md"
    return f"content/{kind}/{name}.{lang}.md"


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--docs", type=int, required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--flavor", choices=["condau", "hugo"], default="condau")
    ap.add_argument("--seed", default="627")
    a = ap.parse_args()
    shutil.rmtree(a.out, ignore_errors=True)
    pools = make_pools(a.seed)

    def put(rel, text):
        p = os.path.join(a.out, rel)
        os.makedirs(os.path.dirname(p), exist_ok=True)
        with open(p, "w", encoding="utf-8") as f:
            f.write(text)

    for i in range(a.docs):
        m = meta(i, a.seed)
        for lang in LANGS:
            put(path_for(a.flavor, lang, m["kind"], m["slug"]),
                front(m, lang, a.flavor) + "\n" + body(m, lang, a.flavor, a.docs, pools, a.seed))
    import themes
    themes.write(a.flavor, put, LANGS, KINDS, SECTION_TITLE, UI, TAGS, a.out)


if __name__ == "__main__":
    main()
