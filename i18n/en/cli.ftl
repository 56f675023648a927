# Words of the commands.
about = condau: turns Markdown documents into a site in three languages; every document carries a QR code that verifies it
heading-commands = Commands
heading-options = Options
cmd-build = Build the site from its sources
cmd-check = Proof-read the sources without writing the site
cmd-init = Begin the site of a new office
cmd-new = Begin a new item in three languages
cmd-qr = Write the QR code of a document as a picture
cmd-verify = Check a paper: a file, a receipt, a code or the address in a QR code
cmd-audit = Check that a published site, or register/, says what the register says
arg-help = Print this help
arg-version = Print the version
arg-lang = Language of the tool: vi, en, zh (default: CONDAU_LANG, then the site's first language)
arg-site = Folder of the site (default: this one)
arg-out = Folder to write the site to (default: public in the site's folder)
arg-jobs = Number of worker threads (default: one a core)
arg-as-of = Day on which statuses hold, as 2026-05-04 (default: today in Viet Nam)
arg-drafts = Publish drafts too
arg-production = For publication: any error stops the build
arg-check-drafts = Check drafts too
arg-check-production = Check as for publication, with the rules that hold only then
arg-paths = Report only what concerns these files and folders
arg-rule = Report only these rules
arg-format = Form of the report: human, short, json
arg-fix = Mend what can be mended and print what changed
arg-max-warnings = Exit with 1 if there are more warnings than this
arg-explain = Explain one rule
arg-rules = List the rules
arg-dir = A new folder, or an empty one
arg-kind = Kind of item
arg-slug = Name of the folder: lower-case letters, digits, hyphens
arg-title = Title
arg-section = Section (default: the first that takes the kind)
arg-id = Use a code that was allocated before
arg-code = Code of the document, such as K7M2-9QX4-TB
arg-what = A file, a receipt, a code, or the address that a QR code says
arg-verify-id = The code that stands on the paper of the file
arg-register = Folder of the register: a published site or register/
arg-fingerprint = Fingerprint of the register (64 hex digits)
arg-policy = Policy of witnesses (C2SP tlog-policy)
arg-signers = Public keys of those who seal, one a line
arg-max-age = Witnesses must have seen the register within so many days
arg-json = Print the result as JSON, one line each
arg-verify-as-of = The day that is asked about; today by default
arg-audit-dir = Folder of the published site, or register/
arg-audit-old = An older checkpoint, which the register must continue
arg-state = File with the checkpoint of the last audit; written anew when no fault is found
arg-audit-json = Print the result as one JSON object
arg-audit-as-of = The day on which the pages were built; today by default
arg-new = Allocate a new code
arg-svg = Write an SVG file
arg-png = Write a PNG file
arg-size-mm = Side of the picture in millimetres (default: 22; with 20 symbols 25)
value-options = OPTIONS
value-command = COMMAND
value-dir = DIR
value-path = PATH
value-paths = PATH…
value-n = N
value-rule = RULE
value-format = FORMAT
value-kind = KIND
value-slug = SLUG
value-title = TITLE
value-section = SECTION
value-code = CODE
value-what = PAPER
value-hex = HEX
value-file = FILE
value-date = DATE
value-lang = LANG
error-line = error: { $attempt }: { $cause }
attempt-read = cannot read { $path }
attempt-write = cannot write { $path }
attempt-replace = cannot replace { $path }
attempt-make-folder = cannot make the folder { $path }
attempt-find-site = no site at { $path }
attempt-random = cannot get random numbers from the system
attempt-threads = cannot start { $path } threads
attempt-arguments = cannot use "{ $path }"
cause-not-found = there is no such file or folder
cause-outside-site = it lies outside the folder of the site
cause-permission = permission denied; check the permissions of the file and its folder
cause-disk-full = the disk is full; make room and run again, the old site is as it was
cause-exists = it exists already and is not overwritten; choose another name
cause-is-folder = it is a folder
cause-not-folder = a part of the path is no folder
cause-read-only = the disk is read-only
cause-no-site = there is no condau.toml; run the command in the folder of the site, or add --site DIR, or begin a site with condau init
cause-no-base-url = condau.toml has no base_url in [site]
cause-settings = condau.toml has errors; run condau check to see them
cause-not-ours = this folder was not built by condau and is not overwritten; choose another one with --out
cause-not-empty = the folder is not empty; choose a new one
cause-changed-meanwhile = the file was changed meanwhile; run again
cause-signed-pdf = this is a signed PDF and must not be overwritten
cause-other-file = another file stands there, not a picture of this format, and is not overwritten; choose another name
cause-unknown-rule = there is no such rule; see condau check --rules
cause-code = this is no valid code; a code has 10 symbols, such as K7M2-9QX4-TB
cause-code-small = too small to be scanned; use a larger size, such as --size-mm 22
cause-address-long = the address is too long for a QR code
cause-slug = a name has only lower-case letters, digits and hyphens, such as ke-hoach-2026
cause-no-section = no section takes this kind; add the kind to the kinds of a section in condau.toml
cause-unknown-section = there is no such section; the sections of the site: { $sections }
cause-kind-in-section = this section does not take that kind; see kinds in condau.toml
progress = writing the site… { $percent }%
built = Built { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
 } in { $folder } ({ $written ->
    [one] { $written } file
   *[other] { $written } files
 } written, { $removed ->
    [one] { $removed } old one
   *[other] { $removed } old ones
 } removed).
built-open = To look at it: python3 -m http.server -d { $folder } 8000, then open http://localhost:8000/
build-stopped = Nothing was written: mend the problems above and build again.
build-more-problems = … and { $n } more; see them all with condau check
foreign-file = not made by condau, left alone: { $path }
fixed = { $n ->
    [one] Mended { $n } place.
   *[other] Mended { $n } places.
 }
init-done = A specimen site was made in { $folder }. Next: cd { $folder } && condau build
new-done = Made { $folder }. Fill it in, translate the titles, then remove the line draft = true.
new-draft = remove this line when the text is ready
new-translate = to be translated into { $language }
new-values = values:
new-summary = … (summary in English, one to three sentences)
new-section-steps = Trình tự thực hiện
new-section-how = Cách thức thực hiện
new-section-dossier = Thành phần hồ sơ
new-section-conditions = Yêu cầu, điều kiện
new-section-result = Kết quả
new-section-eligibility = Đối tượng, điều kiện
qr-caption = Caption to place under the picture: Mã tra cứu { $code } · { $address }
qr-new = New code: { $code }. For the item: condau new document SLUG --title "…" --id { $code }. Publish the item before any paper with this code leaves the house.
qr-small = warning: modules below 0.45 mm; old phones may fail to scan
qr-unknown = warning: no item of the site has the code { $code }; whoever scans it will not find a document. Check the code, or write it as the id of the item.
severity-word-error = error
severity-word-warning = warning
severity-word-note = note
see-also = see also:
how-to-fix = to mend it:
compared-with = compared with:
check-summary = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
 }, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
 }, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
 } in { $files ->
    [one] { $files } file
   *[other] { $files } files
 }{ $time }.
check-time = {" "}({ $seconds } seconds)
check-explain = To explain: condau check --explain { $rule }
heading-usage = Usage:
usage-command = error: there is no command "{ $name }". See condau --help.{ $near ->
        [none] {""}
       *[other] {" "}Did you mean "{ $near }"?
     }
usage-argument = error: there is no option "{ $name }". Add --help to see the options.{ $near ->
        [none] {""}
       *[other] {" "}Did you mean "{ $near }"?
     }
usage-value = error: "{ $value }" cannot be used for { $name }.{ $valid ->
        [none] {""}
       *[other] {" "}Choose one of: { $valid }
     }
usage-value-missing = error: { $name } needs a value.
usage-date = error: "{ $value }" cannot be used for { $name }; write the date as year-month-day: { $date }
usage-number = error: "{ $value }" cannot be used for { $name }; write a whole number: { $range }
usage-missing = error: { $name } is missing. Add --help to see how it is used.
usage-conflict = error: { $name } does not go with { $other }.
usage-twice = error: { $name } is given twice; give it once.
usage-no-value = error: { $name } takes no value; leave out "={ $value }".
usage-extra = error: "{ $name }" is too much. Add --help to see how the command is used.
usage-other = error: the command line is wrong. Add --help to see how it is used.
explain-fixable = It can be mended by: condau check --fix
explain-wrong = Wrong:
explain-right = Right:
explain-locked = This rule is always an error and cannot be made milder.
explain-severity = To change its severity in condau.toml: [check], then { $rule } = "error", "warning", "note" or "off"
rules-legend = !: always an error, cannot be made milder, and build writes nothing while it stands. --fix: condau check --fix mends it. …: what a report names.
verify-specimen = SPECIMEN: this register is for demonstration and has no legal force.
verdict-current = { $what }: { $kind ->
        [code] IN THE REGISTER, CURRENT
       *[other] GENUINE AND CURRENT
     }
verdict-not-current = { $what }: { $kind ->
        [code] in the register, but NOT CURRENT
       *[other] genuine, but NOT CURRENT
     }
verdict-currency-unknown = { $what }: { $kind ->
        [code] in the register, WHETHER IT IS CURRENT IS NOT KNOWN
        [page] issued to a person, WHETHER IT IS CURRENT IS NOT PROVED
       *[other] genuine, WHETHER IT IS CURRENT IS NOT KNOWN
     }
verdict-differs = { $what }: DIFFERS from what was sealed
verdict-not-in-register = { $what }: NOT IN THE REGISTER
verdict-other-host = { $what }: THE ADDRESS IS NOT THE OFFICE’S
verdict-broken = { $what }: THE REGISTER OR THE RECEIPT IS BROKEN, do not trust it
verdict-cannot-check = { $what }: CANNOT BE CHECKED
reason-in-force = The document is in force.
reason-not-yet = The document comes into force on a later day.
reason-earlier = This is an earlier version; there is a newer one.
reason-suspended = The document is suspended.
reason-superseded = The document was superseded.
reason-revoked = The document was revoked.
reason-expired = The document is no longer in force.
reason-no-register = No register is at hand: a receipt proves only that something was sealed.
reason-old-register = The register at hand is older than the receipt; fetch the newest.
reason-stale = No witness has seen the register for too long.
reason-unlisted = This result is not public; the page of its code says whether it is current.
reason-other-bytes = This file differs from every version that was sealed under { $code }.
reason-no-such-bytes = No sealed version has these bytes. If you know the code on the paper, add --id CODE.
reason-unknown-code = The register has no such code: mistyped, not yet published, or forged.
reason-mistyped = The code is mistyped: its check symbol does not fit.
reason-disowned = The document was sealed with a key that was stolen; the office does not recognise it.
reason-unsealed = The document is published and not yet sealed: nothing is proved.
reason-host = The address must be https, with a host that the register names, without port or user name.
reason-rule = The register breaks the rule below.
reason-proof = The proof in the receipt does not lead to the register.
reason-signature = A signature is missing or wrong.
reason-quorum = Not enough witnesses have seen the register.
reason-fork = The receipt is of another register, or the register was rewritten.
reason-no-anchor = Nothing to trust is known: add --fingerprint (printed on the office’s papers) and --register; for a receipt without a register --policy and --signers.
reason-unreadable = The file cannot be read, or is of no kind that can be checked.
verify-fault = Rule: { $fault }
verify-compare = Compare with the paper; if one word differs, it is not genuine:
verify-line = {"  "}{ $name }: { $value }
verify-sealed = Entry { $index } of { $size } in the register; signed: { $signers }
verify-witness = Witness { $name } saw the register at { $time }
verify-no-witness = Note: no outside witness is asked for; the result rests on the office alone.
cause-no-register = there is no register in this folder
cause-fingerprint = a fingerprint has 64 hex digits
cause-policy = this line is not one of a witness policy
cause-vkey = this line is not a public key NAME+ID+BASE64
cause-locked = another condau command is working on the register; wait until it has ended, then run again
cause-key-file = this is no key file of condau (an encrypted private key in PEM)
cause-key-kind = the key is of another kind; the register takes Ed25519 keys only
cause-passphrase = the passphrase is wrong
cause-no-checkpoint = this is no checkpoint of a register
cause-no-fingerprint = the fingerprint of the register is not known; add --fingerprint (printed on the office’s papers), or --site with the folder of condau.toml
cause-day = the day cannot be used; years have four digits
audit-rule = the register breaks a rule: { $found }
audit-signature = the checkpoint cannot be read, or a witness did not sign it rightly
audit-quorum = not enough witnesses have seen this checkpoint; ask them to sign it
audit-fork = the register was rewritten, or an old state is shown. Seen before: { $expected }. Now: { $found }
audit-form = this line is not as it must be: { $found }
audit-key = this key is not the register’s: { $found }
audit-missing = the file is missing
audit-unexpected = nothing in the register names this file
audit-file = the file is not the one that was sealed: SHA-256 { $found }, sealed { $expected }
audit-sums = found “{ $found }”, the register says “{ $expected }”
audit-receipt = the receipt does not prove its entry: { $found }
audit-words = the words are not those that were sealed: { $found }, sealed { $expected }
audit-hidden = words may be hidden or added: { $found }
audit-article = the article names nothing that was sealed: { $found }
audit-old-article = { $found } is not the newest version; show { $expected }
audit-untold = other languages of this version are shown; no page shows { $expected }
audit-state = the page says { $found }, the register says { $expected }
audit-state-words = the page says “{ $found }”, the words of this state are “{ $expected }”
audit-stateless = the page does not say in { $found } what { $expected } is today
audit-leak = the code { $found } of an unlisted result stands here; remove it, it opens the result
audit-clean = No fault found: { $size } entries, { $articles } sealed articles, { $states } states on pages.
audit-broken = { $n } faults found. Do not trust what is published before they are explained.
cmd-key = Keys of the register: make, take away, show
cmd-key-init = Open the register: make the first keys, the first entry and the sheet that says who keeps what
cmd-key-new = Make a key and let the roots add it
cmd-key-retire = Take a key away; what it signed stays valid
cmd-key-compromised = Take away a stolen key; what it sealed from an entry on has no effect
cmd-key-show = Show the public keys, the fingerprint and the policy
cmd-mark = Say what a sealed document is from now on
cmd-move = Give the office another name or address; old addresses stay valid
cmd-sequence = Cover pending entries with a new checkpoint
cmd-witness-request = Print the request that is sent to a witness
cmd-witness-add = Add the signatures that witnesses sent back
arg-roots = Number of root keys (default: 2; any two of them sign together)
arg-paper = Write the sheet of keys to a new file, to be printed
arg-predecessor = The last checkpoint of the register before this one, whose root keys were lost
arg-sealed = Time that the entry bears, as 2026-05-04T01:30:00Z (default: now)
arg-role = What the key may do: root, registrar (seals), log (signs checkpoints)
arg-reason = Why, in Vietnamese
arg-reason-en = Why, in English
arg-reason-zh = Why, in Chinese
arg-draft = Write the entry to a file for the roots to sign one after the other
arg-sign = Sign such a file with a root key that is here; with the last signature the entry is written
arg-name = Name of the key, such as registrar-1, or the whole key
arg-from-index = Number of the first entry that is not trusted
arg-status = in-force, suspended, superseded or revoked
arg-by = Code of the document that takes its place (with superseded)
arg-erase = Delete the frozen texts and files too (with revoked)
arg-host = All hosts that codes lead to from now on, the one that is printed first
arg-issuer-vi = New name of the office in Vietnamese
arg-issuer-en = New name of the office in English
arg-issuer-zh = New name of the office in Chinese
arg-successor = Origin and fingerprint of the register that goes on
arg-old = Refuse if the register does not begin with the entries of this checkpoint (best: the one on the live site)
arg-drop-pending = Leave out pending entries that break a rule
arg-old-size = Size that the witness saw last (default: the newest that enough witnesses saw)
arg-answer = File with what the witness sent back
value-text = TEXT
value-status = STATUS
value-role = ROLE
value-name = NAME
value-host = HOST
value-time = TIME
usage-moment = error: "{ $value }" cannot be used for { $name }; write the time in UTC: 2026-05-04T01:30:00Z
cause-no-key-folder = the folder of keys is not known; set CONDAU_KEY_DIR
cause-key-in-project = keys must not lie in the folder of the site, where they could be published; set CONDAU_KEY_DIR to a folder outside
cause-no-key = this key is not here; put its file there, or set CONDAU_KEY_DIR to its folder
cause-key-other = this is another key than the register names under that name
cause-key-exists = a key file stands there already; move it to a safe place, or set CONDAU_KEY_DIR to another folder
cause-passphrase-empty = a passphrase is needed
cause-passphrase-twice = the two passphrases differ; run again
cause-no-passphrase = the passphrase cannot be asked for here; run in a terminal, or set CONDAU_KEY_PASSPHRASE
cause-not-opened = there is no register yet; condau key init opens one
cause-opened = there is a register already; it is opened once only
cause-opening = an earlier run was cut short; finish it with condau sequence, or delete the folder register/ and begin again
cause-clock = this time is more than ten minutes before the newest entry; set the clock right
cause-checkpoint = there is no checkpoint in it
cause-old-size = the register is not that large
cause-mark-by = --by CODE belongs to superseded, and only there
cause-mark-erase = only a revoked document can be erased
cause-roots-missing = too few root keys are here; bring these, or collect the signatures: --draft FILE here, then condau key --sign FILE at each place
cause-draft = this is no draft of condau (key … --draft, move --draft)
cause-from-index = --from-index N is needed for registrar and log keys, and not for roots
cause-key-several = several keys are meant; name one as log-1, log-2, … or by the whole key (condau key show)
cause-key-command = say which: init, new, retire, compromised, show, or --sign FILE
cause-specimen = its [site] specimen and entry 0 of the register differ; a specimen stays one, and a real register is no specimen
cause-key-unknown = the register has no such active key; see condau key show
cause-settings-verify = the table [verify] cannot be changed without losing something; write origin and fingerprint as key = "…" below a line [verify]
cause-same-origin = a new register needs a new name; write another origin in [verify]
register-stopped = error: nothing was written, for the register would break a rule, or breaks one: { $fault }
register-covered = The register has { $size ->
        [one] one entry
       *[other] { $size } entries
     }, all covered by the checkpoint. Now commit and publish.
register-nothing = Nothing to do.
register-pending = warning: { $n ->
        [one] one entry is pending and has no effect yet
       *[other] { $n } entries are pending and have no effect yet
     }: whoever keeps the log key runs condau sequence.
sequence-says = Entries to be covered: { $n }, after the first { $size }.
sequence-dropped = Left out: pending entry { $index } ({ $fault })
sequence-fork = error: the register does not begin with the entries of { $file }: it was rewritten, or two people sealed at once. Take the other side's files first (docs/FORMAT.md, "Writing").
witness-added = Added the signatures of { $names }. Now commit and publish.
witness-none = error: no line of { $file } is a signature of a witness in register/policy.txt
witness-other = error: a signature in { $file } is of another checkpoint; send the request again
mark-says = { $code }{ $name ->
        [none] {""}
       *[other] {" "}({ $name })
     }: { $before ->
        [none] {""}
       *[other] { $before } →{" "}
     }{ $after }{ $by ->
        [none] {""}
       *[other] {" "}by { $by }
     }. Reason: { $reason }
mark-erases = The frozen texts and files of { $code } are deleted as soon as this entry counts; if the log key is not here, run the command again after condau sequence.
mark-status-in-force = in force
mark-status-suspended = suspended
mark-status-superseded = superseded
mark-status-revoked = revoked
passphrase-ask = Passphrase of { $file }:
passphrase-new = New passphrase for { $file }:
passphrase-again = Once more:
draft-written = Written to { $file }; { $n } roots have to sign: condau key --sign { $file }
draft-says = To be signed:
draft-signed = Signed as { $name }; signatures missing: { $n }
move-says = From now on codes lead to: { $hosts }.{ $kept ->
        [none] {""}
       *[other] {" "}Papers with these addresses stay valid: { $kept }.
     }
move-issuer = New name of the office: { $name }
move-settings = Then write in condau.toml: [verify] host = "{ $host }", and the new base_url.
keys-adds = New key, { $role }: { $name }. Its file: { $file }
keys-retires = No longer valid from the next entry on, { $role }: { $key }. What it signed stays valid.
keys-compromised = Stolen, { $role }: { $key }
keys-disowns = No longer recognised: { $code }, version { $version } (entry { $index }); seal it again
keys-shows = { $role }: { $key }{ $until ->
        [none] {""}
       *[other] {" "}(until entry { $until })
     }{ $compromised ->
        [none] {""}
       *[other] {" "}(stolen, not trusted from entry { $compromised } on)
     }
keys-policy = Witness policy:
keys-no-policy = No witness policy: nobody outside the office has to have seen the register.
keys-page = SHA-256 of { $file }: { $hash }
role-root = root key
role-registrar = registrar's key (seals)
role-log = log key (signs checkpoints)
opening-says = A register is opened: { $origin }. Codes lead to { $host }. Keys: { $roots } roots, of which { $quorum } sign together, one registrar, one log. It is opened once; its name never changes.
opening-paper = The sheet of keys is in { $file }: print it.
opening-done = The register is open. The keys are in { $folder }: distribute them as the sheet says, then commit and publish.
paper-title = Keys of the register of documents: { $office }
paper-register = Register: { $origin }
paper-fingerprint = Fingerprint (print it on the office's papers; a register with another one is forged):
paper-keys = Who keeps what:
paper-key = - { $role }, file { $file }
paper-place-root = {"    "}On a USB stick, offline, in a sealed envelope in a safe; each root at another place. Not left on any computer.
paper-place-registrar = {"    "}On the records officer's computer, nowhere else.
paper-place-log = {"    "}On another person's computer; only where there is none, on the records officer's.
paper-holder = {"    "}Keeper: ________________  Date: ________________  Signature: ________________
paper-quorum = Any { $quorum } of the { $roots } root keys together can change keys; one alone can do nothing.
paper-loss = If a key is lost or stolen, at once:
    - registrar or log key lost: bring two roots; condau key new --role registrar (or log), then condau key retire NAME
    - registrar or log key stolen: bring two roots; condau key new …, then condau key compromised NAME --from-index N, N being the first entry that is not the office's; seal again what is named
    - one root lost or stolen: the others run condau key new --role root, then condau key retire (or compromised) NAME
    - fewer than two roots left: sealing goes on, keys cannot change; condau key init --predecessor opens a new register; announce the new fingerprint on paper
    - A passphrase is kept apart from its file. Nobody can recover a lost one.
cmd-seal = Seal new and edited documents in the register
arg-codes = Seal these codes only (default: every document that is unsealed or was edited)
arg-yes = Ask nothing; the passphrase is taken from CONDAU_KEY_PASSPHRASE
seal-version =
    { $changed ->
        [none] Seal { $code }, version { $version }: { $name }
       *[other] Seal { $code }, version { $version }: { $name } (edited: { $changed })
     }
seal-title-before = {"  "}title before: { $title }
seal-file = {"  "}file { $name }, { $size }
seal-supersedes = Record that { $code } is superseded by { $by }: { $reason }
seal-stopped = Nothing was sealed: correct the errors above and run again.
seal-unknown = No document in content/ has the code { $code }.
seal-refused = { $name } cannot be sealed: { $why }.
seal-dropped = A pending entry that breaks a rule is left out: { $fault }
cmd-issue = Seal a result for one person, such as an invitation; the public sees no word of it
arg-issue-code = Code of the result, with 20 symbols (condau qr --new --unlisted)
arg-files = The file or files that the person gets
arg-type = Abbreviation of the type, as in the number: GM
arg-number = Number of the paper
arg-date = Day of the paper, as 2026-05-04
arg-issue-title = What the paper is, in Vietnamese; without a person's name
arg-title-en = What the paper is, in English
arg-title-zh = What the paper is, in Chinese
arg-signer = Who signed the paper
arg-until = Last day on which it holds
arg-unlisted = A code of 20 symbols for a result of one person (with --new)
value-abbr = ABBR
cause-unlisted-unset = it names no folder of unlisted results; write below [verify]: unlisted = "../khong-cong-khai", and make that folder beside the site
cause-unlisted-inside = the folder of unlisted results must stand beside the site, not within it: what stands in the site is published; write unlisted = "../…"
cause-unlisted-missing = the folder of unlisted results is not there; bring it back from the copy (a new office makes an empty one), so that no result is lost from the site
cause-unlisted-public = the folder of unlisted results is in the same git repository as the site; move it out, for whatever is committed there is public
cause-unlisted-erase = an unlisted result is erased by deleting its folder, then building and publishing; its commitment stays in the register and says nothing
cause-code-unlisted = this is no code of an unlisted result; it has 20 symbols, such as M4T6-P0WQ-2X8Z-B5JH-7RKD; condau qr --new --unlisted makes one
cause-file-name = the register takes only names of unaccented letters, digits, dots, hyphens and underscores, such as giay-moi.pdf; rename the file
unlisted-stopped = error: nothing was written. { $file }: { $what }. To mend it: { $hint }
unlisted-begun = An earlier run was cut short; its commitment is made now: { $code }
issue-says = Seal { $code }, version { $version }: { $name }. Only a commitment goes into the register.
issue-next = The paper may leave the house only when the site is published. The code stands nowhere but on the paper.
holder-written = For the holder, together with the paper: { $file }
qr-new-unlisted = New code of an unlisted result: { $code }. When the paper is signed: condau issue { $code } FILE.pdf --type GM --number … --date … --title "…". Publish before the paper leaves the house; write the code nowhere else.
qr-unknown-unlisted = warning: no unlisted result has the code { $code }; whoever scans it will find nothing. Seal it with condau issue.
verify-page-says = Its page says: { $state }. Nobody but the host vouches for that; the holder's file proves what was sealed.
