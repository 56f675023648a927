# Words of the problems: one message a rule, .hint says what to write, .explain says why.
file-encoding = the file is not UTF-8; it may be typed in { $font }
    .hint = open it in an editor and save it as UTF-8; text typed in an old font must be converted to Unicode first
    .explain = The site reads Unicode text in UTF-8 only. Text typed in TCVN3 or VNI fonts would show as strange letters.
file-large = the file is { $mb } MB, the limit is { $limit } MB
    .hint = split it, or attach it as a PDF
    .explain = A very large text opens slowly on a phone.
file-link = { $name } is a link or a special file, not a plain file
    .hint = put a copy of the file itself in its place
    .explain = A link may lead out of the site's folder and publish something by mistake, so links are not read.
private-key = the file holds a private key
    .hint = remove it from the site's folder now and tell the keeper of the key
    .explain = Whoever has a private key can seal in the office's name. Never keep one in the site's folder.
not-nfc =
    { $n ->
        [1] "{ $text }" uses combining marks and needs precomposed letters
       *[other] { $n } words use combining marks and need precomposed letters; the first is "{ $text }"
     }
    .hint = run condau check --fix, which mends the whole file; then set the keyboard to precomposed Unicode
    .explain = The same letter has two encodings. The combining one breaks search and comparison.
invisible-character = invisible character U+{ $code }
    .hint = delete it, or run condau check --fix
    .explain = A character nobody sees makes two words differ that look the same.
lookalike-letter = "{ $c }" (U+{ $code }) only looks like "{ $d }"
    .hint = type "{ $d }" instead
    .explain = A letter of another alphabet breaks search and the comparison of numbers.
full-width-latin = full-width characters "{ $text }"
    .hint = type them in normal width, or run condau check --fix
    .explain = Full-width letters and digits belong to Chinese text only.
front-matter-missing =
    { $cause ->
        [late] empty lines or spaces stand before +++
        [dashes] the front matter begins with --- and not with +++
        [fence] line { $line } has to be +++
        [unclosed] the second line +++ is missing: the text seems to begin at line { $line }
        [unclosed-end] the second line +++, which ends the front matter, is missing
       *[none] there is no front matter between two lines +++
     }
    .hint =
        { $cause ->
            [late] remove all that stands before +++, so that +++ begins line 1 of the file
            [dashes] write +++ in place of both lines ---, and each key as name = "value", not as name: value
            [fence] write exactly three plus signs, together, alone on the line: +++
            [unclosed] write a line +++ just above line { $line }
            [unclosed-end] write a line +++ just below line { $line }, then the text
           *[none] write +++ as the first line, then the keys, then +++ again, then the text
         }
    .explain = The front matter says title, number, dates and the unit in charge. It stands between two lines +++, the first of which is line 1 of the file.
front-matter-syntax =
    { $what ->
        [smart-quotes] curved quotation marks in { $text }
        [date-form] day "{ $text }" has the wrong form
        [date-none] there is no day "{ $text }"
        [moment] day and time "{ $text }" have the wrong form
        [boolean] "{ $text }" is no yes or no
        [number] number "{ $text }" has the wrong form
        [duplicate] key "{ $text }" stands there twice
        [comma] a comma is missing in { $text }
        [commas] there is a comma too many in { $text }
        [comma-after] there is a comma too many after { $text }
        [bracket] a closing bracket is missing at { $text }
        [equals] the equals sign is missing in { $text }
        [colon] a colon stands for the equals sign: { $text }
        [empty] key "{ $text }" has no value
        [quote] words without quotation marks: { $text }
        [lines] quoted words break into two lines: { $text }
        [inner-quotes] straight quotation marks inside quoted words: { $text }
        [backslash] a backslash in words: { $text }
        [full-width] full-width punctuation: { $text }
        [remark] a remark of another form: { $text }
        [space] a space that cannot be seen apart ({ $text }), usually pasted from Word
        [key] "{ $text }" is no name of a key: letters without accents, digits and _ only
       *[other] this line cannot be read: { $text }
     }
    .hint =
        { $what ->
            [smart-quotes] write { $right }
            [date-form] write { $right }, without quotation marks
            [date-none] look at the calendar; write year-month-day, such as 2026-03-02
            [moment] write { $right }
            [boolean] write { $right }, in lower case, without quotation marks
            [number] write { $right }
            [duplicate] remove one of the two lines
            [comma] write a comma between values
            [commas] write one comma only between two values
            [comma-after] write { $right }
            [bracket] add ] or {"}"} after the last value
            [equals] write name = value; if this is the text of the item, move it below the second line +++
            [colon] write { $right }
            [empty] write { $right }, or remove this line
            [quote] write { $right }
            [lines] write on one line: { $right }
            [inner-quotes] write { $right }
            [backslash] write { $right }
            [full-width] write { $right }
            [remark] write { $right }
            [space] delete it and type a space: { $right }
            [key] { $right ->
                [none] see the keys of another item of this kind, or of one made by condau new
               *[other] write { $right }
            }
           *[other] check quotation marks, the equals sign and commas on this line
         }
    .explain = Keys are written in TOML: name = "text", name = 2026-03-02, name = ["a", "b"].
unknown-key = there is no key "{ $key }"
    .hint =
        { $near ->
            [none]
                { $known ->
                    [none] remove this key, or see the keys of this kind in an item made by condau new
                   *[other] remove this line; what may stand here: { $known }
                }
           *[other] write "{ $near }"
         }
    .explain = Only listed keys may be used, so that nothing is published by accident.
missing-key = required key "{ $key }" ({ $label }) is missing
    .hint =
        { $front ->
            [true] add to the front matter, between the two lines +++: { $example }
           *[other] add here: { $example }
         }
    .explain = Readers need this fact, so it is required.
wrong-type = "{ $key }" must be { $type }
    .hint = write { $example }
    .explain = Each key takes one type of value. Dates are written year-month-day without quotation marks.
empty-value =
    { $required ->
        [true] "{ $key }" ({ $label }) is empty
       *[other] "{ $key }" is empty
     }
    .hint =
        { $required ->
            [true] write { $example }
           *[other] write { $example }, or remove this key
         }
    .explain = An empty key says nothing. A required key needs a value; another one is left out until there is something to say.
unknown-value = "{ $value }" is not in the list: { $list }
    .hint =
        { $near ->
            [none] choose a value of the list
           *[other] write "{ $near }"
         }
    .explain = This key takes listed values only. The list stands in the file named.
misplaced-key =
    { $table ->
        [none] "{ $key }" does not belong in this file
       *[other] "{ $key }" stands below the table "{ $table }" and counts as part of it
     }
    .hint =
        { $table ->
            [none] move this line to { $file }
           *[other] move the whole table "{ $table }", with its line in square brackets, to the end of the front matter, just above the second line +++
         }
    .explain = Numbers, dates and codes stand once, in the source file, so that translations cannot contradict them.
file-name = file name "{ $name }" does not fit
    .hint =
        { $near ->
            [none] rename it as: { $form }
           *[other] rename it to { $near }
         }
    .explain = The name says section, item and language.
kind-in-section = section { $section } does not take { $kind }
    .hint = move the folder to another section, or use: { $kinds }
    .explain = Each section takes the kinds that condau.toml names.
source-missing = { $file }, the source of this item, is missing
    .hint = add the file { $file } to the folder
    .explain = A translation does not stand alone: numbers, dates and files are in the source.
authentic-first = authentic begins with "{ $first }", but the data of the item are in { $file }
    .hint = change the order of authentic, or move the data to index.{ $first }.md
    .explain = The source is the first language of authentic; kind, numbers, dates and files are written in its file.
unused-file = { $file } is used nowhere
    .hint = add it to attachments, link to it, or delete it
    .explain = A file that nothing names is not published.
raw-html = HTML tag { $tag } is not allowed
    .hint = write Markdown: **bold**, *italic*, lists, tables
    .explain = HTML can hide words and break pages, so it is refused.
empty-text = there is no text
    .hint = write the text after the second line +++, or attach a file
    .explain = A page without text gives readers nothing.
title-form = the title { $why }
    .hint = shorten it, in sentence case, without a final full stop
    .explain = A long title or one in capitals is hard to read on a phone.
number-form = number "{ $number }" has the wrong form
    .hint =
        { $right ->
            [none] { $letter ->
                [true] write <n>/<ORG>-<UNIT>, such as { $example }
               *[other] write <n>/<TYPE>-<ORG>, such as { $example }
            }
           *[other] { $letter ->
                [true] write { $right }; a letter names no type, only <n>/<ORG>-<UNIT>
               *[other] write { $right }
            }
         }
    .explain = Numbers follow Decree 30/2020/NĐ-CP.
number-type = "{ $abbr }" means { $type1 }, but type says { $type2 }
    .hint =
        { $key ->
            [none] write the number { $right }
           *[other] write type = "{ $key }", or the number { $right }
         }
    .explain = The abbreviation in a number says the type.
number-issuer = "{ $org }" is not the symbol of { $issuer }
    .hint =
        { $right ->
            [none] correct issuer, or add "{ $org }" to its abbreviations in content/data/organizations.toml
           *[other] write { $right }; if "{ $org }" is a symbol of this issuer, add it to abbreviations in content/data/organizations.toml
         }
    .explain = The last part of a number is the issuer's symbol.
number-year = year { $a } in the number differs from the year of issue { $b }
    .hint = write { $right }, or correct the date of issue
    .explain = The year in a normative number is the year of issue.
duplicate-number = number { $number } of { $year } is taken by { $file }
    .hint = correct the number of one of the two
    .explain = Two documents cannot share number, year and issuer.
specimen-number =
    { $specimen ->
        [true] a specimen's number must begin with M-, not { $number }
       *[other] number { $number } begins with M- but the document is no specimen
     }
    .hint =
        { $specimen ->
            [true] { $right ->
                [none] write M- before the number
               *[other] write { $right }
            }
           *[other] { $right ->
                [none] remove M-, or set specimen = true if this is a specimen
               *[other] write { $right }, or set specimen = true if this is a specimen
            }
         }
    .explain = M- keeps anyone from taking a specimen for a real document.
date-order = { $a } ({ $d1 }) must not be after { $b } ({ $d2 })
    .hint = correct one of the two dates
    .explain = Dates follow each other: issued, effective, expires; published, updated; opens, closes; asked, answered.
date-in-future = { $key } { $date } lies in the future
    .hint = correct the date, or build with a later --as-of
    .explain = What has been done cannot lie in the future.
date-precision = day unknown, only { $month }
    .hint = write the whole date when it is known, such as 2025-04-17
    .explain = A document without its day cannot be sealed.
attachment-none = no file to download
    .hint = add attachments = [{"{"} file = "…" {"}"}] and put the file into the folder
    .explain = Readers need the document itself to download.
attachment-missing = file { $file } not found
    .hint =
        { $what ->
            [outside] copy the file into the folder of the item and write its name alone, without a path: { $near }
           *[folder]
                { $near ->
                    [none] put the file into the item's folder, or correct its name
                   *[other] the folder has { $near }: make the names the same, capitals included
                 }
         }
    .explain = A link to a file that is not there is a dead link.
attachment-changed = { $file } has changed since it was recorded
    .hint = restore the file; if the change is meant, remove the sha256
    .explain = The recorded checksum no longer fits the file.
attachment-format = { $file } is not { $format }, or carries macros
    .hint = export the file again in the right format
    .explain = The name promises one format and the content is another.
attachment-scan = { $file } is a scan without text
    .hint = use a version with text, or set scan = true
    .explain = A scan can be neither searched nor read aloud.
attachment-large = { $file } is { $mb } MB
    .hint = compress it, or change max_attachment_mb in condau.toml
    .explain = Large files take long on a slow line.
signer-authority = the signer is not the head; state the authority
    .hint = write authority = "KT" (deputy), "TL", "TUQ", "TM" or "Q"
    .explain = The form of signature follows Decree 30/2020/NĐ-CP.
signer-title = no academic title before the name: "{ $text }"
    .hint = remove "{ $text }"
    .explain = No academic title stands before the signer's name.
recipients-missing = no recipients
    .hint = add recipients = ["site"] or the bodies that receive it
    .explain = The office's own documents name who receives them.
secrecy-marking = marked "{ $text }": must not be published
    .hint = take the document off the site and tell whoever is responsible; if it is no marking, put it in other words
    .explain = A document marked secret must not go on the site.
date-words = the date is not in official form
    .hint = write "{ $right }", or run condau check --fix
    .explain = Days below 10 and the months 1 and 2 have a zero in front, other months have none.
publication-late = published after { $n } working days, target { $t }
    .hint = publish sooner next time; the target stands in [targets] of condau.toml
    .explain = This is an internal target, not law.
review-due = review was due on { $date }
    .hint = review the text, then change review_by and updated
    .explain = Old text misleads readers.
broken-reference = there is no "{ $ref }"
    .hint =
        { $what ->
            [instrument]
                { $near ->
                    [none] add it to content/data/instruments.toml, or correct the number:
                   *[other] if "{ $near }" is meant, write that; else add to content/data/instruments.toml:
                }
                {"[[instrument]]"}
                number = "{ $ref }"
                type = "{ $kind }"
                title = {"{"} vi = "title of the instrument" {"}"}
                issuer = "id of the issuer in organizations.toml"
                issued = year-month-day
                verified = false
            [link]
                { $near ->
                    [none] correct the address, which is @/section/slug, or make the item first
                   *[other] write "{ $near }", or make the item first
                }
           *[other]
                { $near ->
                    [none] correct the name, or make the item first
                   *[other] write "{ $near }", or make the item first
                }
         }
    .explain = An item is named section/slug, such as documents/ke-hoach-2026.
broken-anchor = { $page } has no "#{ $anchor }"
    .hint = correct what follows #, or add {"{"}#{ $anchor }{"}"} to the heading
    .explain = What follows # is the name of a heading in that item.
relation-cycle = replacing goes in a circle: { $path }
    .hint = remove one of the relations replaces, amends, repeals
    .explain = No document can replace one that replaces it.
relation-order = { $a } ({ $d1 }) cannot replace, amend or repeal { $b } ({ $d2 })
    .hint = correct the relation or the date of issue
    .explain = Only a later document has effect on an earlier one.
status-differs = status says "{ $a }", computed "{ $b }" because { $why }
    .hint = remove the line status, or correct dates and relations
    .explain = The status is computed from dates and relations.
basis-ended = basis { $number } ended on { $date }
    .hint =
        { $new ->
            [none] remove it or name one that is in force
           *[other] put { $new } in its place after reviewing the text
         }
    .explain = An item that relies on something ended may mislead.
instrument-unlisted = { $number } is not in instruments.toml
    .hint =
        add to content/data/instruments.toml, so that readers learn its title and status:
        {"[[instrument]]"}
        number = "{ $number }"
        type = "{ $kind }"
        title = {"{"} vi = "title of the instrument" {"}"}
        issuer = "id of the issuer in organizations.toml"
        issued = year-month-day
        verified = false
    .explain = Listed instruments are watched for changes.
address-clash = { $a } and { $b } have the same address { $url }
    .hint = rename one of them, or remove the alias
    .explain = One address leads to one page.
address-lost = published address { $url } is gone
    .hint = add the former name to aliases of the renamed item
    .explain = Links and codes on paper still lead to the old address.
mou-parties = an agreement needs two parties, one of them foreign, no party twice
    .hint = correct parties; a foreign party has role = "foreign" in organizations.toml
    .explain = An international agreement has a foreign party.
mou-not-cleared = the text is not cleared for publication (cleared = false)
    .hint = remove text and files, or write cleared = true once both sides agree
    .explain = The text is published only when the parties agree.
authentic-missing = the equally authentic text in { $lang } is missing
    .hint = add the text, or correct authentic
    .explain = Each language named in authentic has a whole text.
authentic-texts-diverge = the equally authentic texts no longer match at { $anchor }
    .hint = compare both with what was signed; every heading, paragraph, list item and table row of one must be in the other, in the same order
    .explain = Texts that were signed together do not change alone. Only the structure is compared here, not the words.
prevails-not-authentic = the prevailing text must be one of several authentic ones
    .hint = correct prevails or authentic
    .explain = Only an authentic text can prevail.
mou-report-overdue = signed { $n } days ago, no report recorded
    .hint = write reported = the day of the report
    .explain = Local agreements are reported after signing, compared with Law 70/2020/QH14.
mou-expiring = ends on { $date }
    .hint = talk to the partner about renewal, or prepare a notice
    .explain = It ends within 90 days.
fee-missing = state the fee, even if it is 0
    .hint = write fees = [{"{"} amount = 0 {"}"}] if it is free
    .explain = Applicants need to know for certain.
alert-template = template { $template } lacks or does not know { $name }
    .hint = see templates and parameters in i18n/vi/alerts.ftl
    .explain = A template needs all its parameters in each language.
translation-title = no title and summary in { $lang }
    .hint = add the file { $file }; title and summary are enough
    .explain = With title and summary readers know what an untranslated item is about.
translation-missing = { $n ->
    [one] { $n } passage of the source is not translated
   *[other] { $n } passages of the source are not translated
 }
    .hint = translate what is missing, each passage in its place; until then the page shows the source and says that it is not translated
    .explain = Who reads a translation must know what it lacks, and can read the rest in the language of the source.
lock-invalid = the file { $what }
    .hint = restore it from an earlier state, or delete it and run condau translation accept; it is not edited by hand
    .explain = It says which wording of the source each passage of a translation renders. While it is damaged nobody knows which passages are out of date, so nothing is built.
lock-conflict = has marks of a merge that was not ended: keep the lines of both sides, take out the marks, and run condau translation accept again
lock-syntax = is not TOML
lock-key = has a key that is not used
lock-version = has a version that condau does not know
lock-source = names another source language than the document
lock-hash = has a passage that does not match its hash
lock-entry = has a line that is not of the form
lock-wording = lacks the wording of the source in [texts]
translation-edited = changed and not accepted
    .hint = read this passage again, then run condau translation accept
    .explain = Nobody has accepted this passage, or it was changed since. The page shows it and counts it as a draft.
translation-identical = this passage is a copy of the source
    .hint = translate it; if it is meant to be the same, run condau translation accept --identical
    .explain = A passage that is the same as the source is most often not translated, so it is not counted as translated.
translation-stale = the source changed at line { $line }
    .hint = change the translation to match, then run condau translation accept; condau translation next shows what has changed
    .explain = The source of this passage says something else than when the passage was accepted. Changing the translation is not enough: it is out of date until it is accepted again.
translation-orphan = the source has no such passage
    .hint = take it out if the source has dropped it, or put it into the section where it belongs
    .explain = The page keeps the passage and says that it is no longer in the original.
translation-unaligned = does not align with { $file }:{ $line }
    .hint = divide the translation like the source: each paragraph, list item and table row once and in the same order; the same {"{"}#id{"}"} on a heading of both texts keeps sections apart
    .explain = Which passage translates which is never guessed: in a section that does not align the page shows the translation and the source.
message-syntax = message file syntax: { $what }
    .hint = a message is written: name = text; a variable is {"{"} … {"}"}
    .explain = The .ftl files hold the words of the pages.
template-error = error in a template: { $what }
    .hint = correct the line; the original stands in themes/plain/templates
    .explain = A theme's own template must use the values that exist.
image-alt = image { $file } has no description
    .hint = write ![what the image shows]({ $file })
    .explain = People who use a screen reader need to know what it shows.
contrast = { $a } on { $b } is only { $ratio }:1
    .hint = choose a darker letter or a lighter ground, at least 4.5:1
    .explain = People with weak sight cannot read letters below 4.5:1. The rule computes every pair of the light, the dark and the printed face.
link-address = the address "{ $address }" of a link has spaces, so the page shows brackets and address as typed
    .hint =
        { $what ->
            [url] write ({ $right })
            [item] write ({ $right })
           *[file]
                { $right ->
                    [none] rename the file without accents and spaces, such as form.pdf, then write [words](form.pdf)
                   *[other] rename the file to { $right }, then write [words]({ $right })
                }
         }
    .explain = Markdown takes no address with spaces: readers see [words](file name.pdf) and cannot follow it.
table-shape =
    { $what ->
        [cells] this row has { $cells } cells and the table { $columns } columns, so the words of the last are lost
       *[line] this looks like a table without the line below its header, so the page shows the | as typed
     }
    .hint =
        { $what ->
            [cells] take the extra cell out, or add a column to the header and the line below it; a | in words is written \|
           *[line] add this line directly below the header: { $right }
         }
    .explain = Markdown drops cells beyond the columns without a word, and takes for a table only what has the line below its header.
heading-order = heading level { $a } directly under level { $b }
    .hint = use ##, ###, #### in turn; level 1 (#) is the title of the page
    .explain = The order of headings is the table of contents for screen readers.
third-party-resource = nothing may be loaded from { $host }
    .hint = download the file into the item's folder
    .explain = What is loaded from elsewhere tells that host who reads the page.
csp-allow = pages may load from { $host }
    .hint = take it out of [csp] allow, or run the measurement on a host of the office
    .explain = That host learns who reads which page. Allow it only after the office has assessed what it means for personal data.
required-information = no page for "{ $name }" ({ $lang })
    .hint = add fulfils = ["…"] to a page, or remove the heading from [required]
    .explain = The office lists required information in condau.toml.
section-old = section { $section } unchanged for { $n } days
    .hint = update it, or change max_age_days
    .explain = A section that stands still loses readers' trust.
footer-incomplete = the footer lacks: { $what }
    .hint = fill in these keys of [office] in condau.toml
    .explain = The footer says who is responsible and how to reach them.
unit-contact = unit "{ $unit }" has no contact
    .hint = add email or phones in units.toml
    .explain = Who answers for an item must be reachable.
holiday-year = holidays.toml lacks { $year }
    .hint = add the holidays of { $year }
    .explain = Without them working days are counted wrongly.
ddci-change = change { $a } of { $name } differs from the computed { $b }
    .hint = compare with the original
    .explain = The printed change must equal the difference of the scores.
data-unverified = { $name } not compared with the original
    .hint = compare it, then write verified = true
    .explain = The page says that the figures were not compared.
glossary-clash = "{ $term }" has two entries
    .hint = join them, or remove one form
    .explain = One form has one meaning in the glossary.
unused-exception = exception no longer used: { $rule }
    .hint = remove this [[check.except]]
    .explain = An old exception may hide a new problem.
page-weight = { $page } is { $kb } KB, limit { $max }
    .hint = split it, or move long tables into a file
    .explain = Heavy pages open slowly on a phone.
code-form = code "{ $code }" { $why }
    .hint = copy the code that was allocated; without one, remove the line id and run condau check --fix
    .explain = The last symbol checks the others, so a slip is seen at once.
code-duplicate = code { $code } is taken by { $file }
    .hint = remove the line id of the newer item and run condau check --fix
    .explain = One code leads to one document.
code-missing = no code yet
    .hint = run condau check --fix to allocate one
    .explain = The office's documents, agreements and procedures carry a code to check them by.
qr-size = QR code version { $version }, modules of { $size } mm, hard to scan
    .hint = use a shorter base_url, or a larger qr_mm in [verify]
    .explain = A long address gives many small modules that old phones cannot read.
specimen-in-production = a specimen cannot go into production
    .hint = remove specimen = true once the content is real
    .explain = A specimen has no legal force.
base-url = base_url { $url } cannot be used
    .hint =
        { $right ->
            [none] write the full address as https://host/, in lower case, with the real name of the host
           *[other] write { $right }
         }
    .explain = This address is printed in every QR code.
placeholder = placeholder left: "{ $text }"
    .hint = put the real words in its place
    .explain = Placeholders must not be published.
draft-in-production = drafts cannot be published
    .hint = leave out --drafts
    .explain = Drafts are for previews only.
source-n30 = Decree 30/2020/NĐ-CP (to be confirmed)
source-n42 = Decree 42/2022/NĐ-CP (to be confirmed)
source-n63 = Decree 63/2010/NĐ-CP (to be confirmed)
source-t22 = Circular 22/2023/TT-BTTTT (to be confirmed)
source-t26 = WCAG 2.2 AA; Circular 26/2020/TT-BTTTT (to be confirmed)
source-l104 = Law 104/2016/QH13 (to be confirmed)
source-l70 = Law 70/2020/QH14 (to be confirmed)
source-l91 = Law 91/2025/QH15 (to be confirmed)
source-w = WCAG 2.2 AA
register-fault =
    { $what ->
        [missing] condau.toml has a fingerprint, but there is no register in register/
        [unpinned] there is a register in register/, but condau.toml has no [verify] fingerprint
        [fingerprint] the fingerprint "{ $text }" is not 64 hexadecimal digits
        [policy] line { $text } of register/policy.txt is wrong
        [host] the address printed in codes is not the one in the register: { $text }
        [origin] the register has another name: { $text }
       *[rule] the register breaks rule { $rule }: { $text }
     }
    .hint =
        { $what ->
            [missing] restore the folder register/ from the copy; or remove the fingerprint if there is no register yet
            [unpinned] write the fingerprint printed on the key paper into [verify] fingerprint
            [fingerprint] copy the fingerprint again from the key paper
            [policy] correct that line after C2SP tlog-policy, or restore the file from the copy
            [host] if the address has changed, record it first: condau move --host ADDRESS; otherwise correct [verify] host or [site] base_url
            [origin] correct [verify] origin to what the register says
           *[rule] never edit files in register/; restore them: git checkout HEAD -- register
         }
    .explain = A register is worth something only while it is whole, and anyone can check it. If one rule is broken, no page is published.
sealed-changed =
    { $what ->
        [missing] a file of a sealed document is missing: { $name }
       *[changed] a sealed document was changed: { $name }
     }
    .hint = restore it: git checkout HEAD -- register/sealed; to change the document, edit it in content/ and run condau seal
    .explain = The site publishes the sealed words, letter by letter. Files in register/sealed/ are never edited.
sealed-edited = edited since version { $version } was sealed ({ $keys })
    .hint = the site still shows the sealed version; run condau seal to seal the new one
    .explain = What was sealed is published, not what is being edited. Seal again, and the new version is published.
seal-fault = the sealed article has something that it may not have: { $what }
    .hint = remove it from the theme or the text; a sealed article holds nothing but its words
    .explain = Readers must see exactly the words that were sealed: none hidden, none added.
unsealed = not yet sealed
    .hint = run condau seal once the document is signed and issued
    .explain = The code on a paper proves nothing until the document is sealed in the register.
unlisted-leak = the code of an unlisted result stands here: { $code }
    .hint = remove it from this file; it may stand only in the folder of unlisted results
    .explain = Who knows the code can open the page. The code of a person's result is published nowhere.
unlisted-fault =
    { $what ->
        [inside] the folder of unlisted results stands within the site, whose files are public
        [register] there are unlisted results, but no register
        [code] the name of this folder is no code of 20 symbols
        [missing] a note before this one is missing
        [salt] its salt is missing, or not 64 hexadecimal digits
        [commit] the register has no commitment to this note
        [pending] the commitment to this note waits for a checkpoint
       *[rule] this note breaks rule { $rule }: { $text }
     }
    .hint =
        { $what ->
            [inside] move the folder beside the site and write [verify] unlisted = "../…"
            [register] restore the folder register/ from the copy, or open one: condau key init
            [code] restore the name of the folder from the copy
            [pending] whoever keeps the log key runs condau sequence
            [commit] if a run was cut short: condau seal; otherwise restore the folder, or register/, from the copy
           *[rule] never edit what stands in this folder; restore it from the copy
         }
    .explain = A result for one person stands in a folder that nobody publishes; the register has a commitment to each note. A note without one, or one that breaks a rule, could say anything: nothing is published.
specimen-register =
    { $site ->
        [true] the site is a specimen, but its register is not
       *[false] the register is a specimen, but the site has no specimen = true
     }
    .hint = use a specimen's register for a specimen, and a real one for a real office
    .explain = A specimen's seal is worth nothing, and must not be mixed up with the register of a real office.
host-not-gov = the address { $host } does not end in .gov.vn
    .hint = use the office's .gov.vn name for its codes
    .explain = Who scans a code knows the genuine site by its .gov.vn name.
personal-id = personal identity number
    .hint = remove it; a public document holds no citizen number and no private telephone number
    .explain = Public pages hold no personal data. Once sealed, a title or the name of a file cannot be taken back.
passport-number = passport number "{ $text }"
    .hint = remove it, or mask it: B12•••67
    .explain = A passport number is personal data and must not be published.
personal-phone = mobile { $text } is not in units.toml
    .hint = use the unit's number in content/data/units.toml, or remove this one
    .explain = A person's telephone number is personal data. Numbers of units stand in units.toml.
personal-email = { $text } is not an office address
    .hint = use the unit's address in content/data/units.toml, or remove this one
    .explain = A private address is personal data, and nobody can tell that it is the office's.
bank-account = bank account number
    .hint = remove the account number; lead payers to the official payment portal only
    .explain = Forged pages put other account numbers in. Readers should pay through the official portal only.
form-notice = the form needs a privacy page and https
    .hint = in [forms] write an endpoint that begins with https://, privacy_page and retention_months
    .explain = A form collects personal data, so it must say how they are kept and for how long.
