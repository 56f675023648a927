# Words on the pages of the site.
language-own-name = English
language-short-name = EN
language-vi-adjective = Vietnamese
language-en-adjective = English
language-zh-adjective = Chinese
list-comma = {", "}
list-and = { $first } and { $last }
skip = Skip to the content
languages = Languages
sections = Sections
crumbs = Where you are
home = Home
home-description = { $office }: documents, agreements, procedures, notices and answers for enterprises in three languages.
home-alerts = Alerts in effect
home-programmes = Open programmes
home-documents = Newest documents
specimen-strip = SPECIMEN – not the site of any authority; content illustrates the software
specimen-no-effect = This is a specimen and has no legal force.
source-note = Please name the source when you reuse information from this site.
as-of = Information current as at { $date }.
site-map = Site map
site-map-description = Every section and page of this site in alphabetical order.
all-of-section = See the whole section
moved = This page has a new address
browse = Browse by group
browse-year = By year
browse-type = By type of document
browse-unit = By unit
browse-topic = By topic
pages = Pages of the list
page-previous = Previous page
page-next = Next page
list-title = { $section }: { $aspect }
list-total = { $n ->
    [one] { $n } item
   *[other] { $n } items
 }
list-empty = There is nothing here yet.
language-line = Language versions
text-original = original
text-equal = equally authentic
text-reference = reference translation
text-draft = reference translation, not reviewed
text-machine = machine translation, not reviewed
text-partial = translation not complete: { $done } of { $all } passages
text-apart = reference translation, not matched passage by passage
text-stub = not translated
notice-reference = This translation is for reference; the { $language } text is the original.
notice-missing = { $n ->
    [one] { $n } passage is not translated yet and is shown in { $language }.
   *[other] { $n } passages are not translated yet and are shown in { $language }.
 }
mark-untranslated = not translated
mark-orphan = no longer in the original
in-parentheses = ({ $text })
notice-apart = This translation is divided differently from the original and cannot be matched with it passage by passage; where exact words matter, read the { $language } text.
notice-not-reviewed = This translation has not been reviewed.
notice-machine = Machine translation, not reviewed by a responsible person.
notice-stub = This document is not translated yet. Below are a summary and the { $language } text.
notice-equal = The { $languages } texts are equally authentic.
notice-prevails = In case of divergence the { $language } text prevails.
source-text = Original text
contents = Contents
facts = Main facts
mentions-ended = Documents referred to whose status has changed
relations = Effects and relations
files = Files to download
file-language = { $language } text
digest = SHA-256 checksum
apply-online = Apply online
banner-withdrawn = This procedure has not been offered since { $date }.
banner-not-cleared = The parties have not agreed to publish the full text; this page gives the main facts only.
banner-basis-changed = The basis of this answer changed on { $date }. What is said below may no longer be right.
mark-basis-changed = Basis has changed
basis-ended-note = { $by ->
    [none] no longer in force since { $date }
   *[other] no longer in force since { $date }, replaced by { $by }
 }
replaced-by = Replaced by
repealed-by = Repealed by
amended-by = Amended by
basis-of = Basis of
recipient-site = Publication on this site
days-left = { $n ->
    [0] today is the last day
    [one] { $n } day left
   *[other] { $n } days left
 }
days-taken = Time to answer
time-working-day = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
 }
time-day = { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
time-hour = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
 }
fee-free = Free of charge
fee-from = from { $fee }
fee-unknown = No price in force
price-per = { $amount } per { $unit }
indefinite = No end date
told-by = Announced by
online-level = Online service
online-in-person = In person
online-partial = Partly online
online-full = Fully online
applicant-individual = Individuals
applicant-enterprise = Enterprises
applicant-organisation = Organisations
applicant-foreigner = Foreigners
apply-channels = Ways to apply
apply-by-in-person = In person
apply-by-post = By post
apply-by-online = Online
channel-site = This site
channel-email = Email
channel-zalo = Zalo
channel-sms = Text message
channel-press = Press
channel-post = Post
channel-association = Business association
channel-form = Form
channel-phone = Telephone
channel-meeting = Meeting
severity-info = Information
severity-warning = Warning
severity-closure = Closure
renewal-none = Not renewed
renewal-automatic = Renewed automatically
renewal-by-agreement = Renewed by agreement
level-state = State level
level-province = Provincial level
level-department = Department level
level-locality = Local level
programme-programme = Programme
programme-notice = Notice
programme-event = Event
programme-consultation = Consultation
changed = Updated
feedback-link = Comment on this page
feedback-ways = Ways to send
feedback-answer = Answered within
feedback-target = the office’s own target
feedback-letter =
    What happened:

    Where (desk, border gate, procedure):

    When:

    How to reply to me (email, telephone; may be left empty):
table-label = Table
table-wide = Wide table: scroll sideways to see all of it
footnotes-label = Footnotes
footnote-back = Back to the text
stamp = Check against the original
stamp-alt = QR code of document { $code }
stamp-code = Code
stamp-how = Scan the QR code or type the code to compare the paper in your hand with what was published.
verify-title = Code { $code }
verify-as-of = as at { $date }
verify-help = Check a document
verify-how = Compare the paper word for word with the page that the code leads to. A code can be copied; the words on the page cannot be changed.
verify-type = Type the code
verify-enter = Cannot scan? Type into the browser: the address of this site, /V/, then the code in capitals without hyphens; for example /V/K7M29QX4TB/.
verify-step-scan = Scan the QR code at the bottom left of the last page of the document.
verify-step-address = Check that the address that opens is the office’s own.
verify-step-compare = Compare number, date, issuer, signer and title with the paper in your hand.
verify-page = Full text
state-unsealed = NOT YET SEALED
state-unsealed-meaning = Published, but not yet sealed in the register: nothing here is proved.
compare = Compare with the paper
compare-warning = If one word differs, the paper is not what was published. A code can be copied; these words cannot be changed.
address-band = You are at { $host }. Sites of Vietnamese state bodies end in .gov.vn; any other address is a fake.
address-band-specimen = You are at { $host }. This is a specimen site, not the site of a state body.
not-found = There is no such page
not-found-meaning = If this was a document code: this register has no such code. It may be mistyped, the document may not be published yet, or the code may be forged. Please ask the office.
footer-responsible = Responsible for the content
colon = {": "}
# Between two sentences, and before parentheses.
gap = {" "}
specimen-mark = SPECIMEN
text-size = Text size
text-size-small = Small text
text-size-normal = Normal text
text-size-large = Large text
home-title = What do you need?
home-contact = Contact
tile-procedures = Apply for a service
tile-documents = Find documents and agreements
tile-questions = Ask or give feedback
tile-verify = Verify a QR code
paper-number = No.
paper-country = THE SOCIALIST REPUBLIC OF VIET NAM
paper-motto = Independence - Freedom - Happiness
printed-from = Printed from { $address }, current as at { $date }.
data-tables = Data tables
data-description = The table “{ $table }” of { $office }, as JSON and CSV.
data-organizations = Organisations
data-units = Units
data-instruments = Legal instruments
data-prices = Price list
data-ddci = Competitiveness index (DDCI)
data-glossary = Glossary
data-feedback = Feedback log
data-holidays = Holidays
data-gates = Border gates
until = until { $date }
for-enterprises = For enterprises
data-files = Download this table:{" "}
more-call = Asked to pay more? Call the hotline{" "}
more-write = Asked to pay more? Write to{" "}
prices-now = Amounts in force
prices-coming = Future amounts
prices-former = Former amounts ({ $n })
price-unit = Unit
price-tax = Tax
price-from = From
price-to = Until
vat-included = Included
vat-none = Not subject to VAT
score-table = Scores and ranks by year
score-component = Component
score-year = Score { $year }
rank-year = Rank { $year }
score-difference = Change in score
score-overall = Overall score
score-missing = A dash stands for a figure that the source does not have, that cannot be read, or that cannot be computed.
score-doubtful = Doubtful figures:
score-printed = The source prints { $printed }; the difference of the two scores is { $computed }.
score-source = Source: document { $number }, { $month }.
score-not-compared = The figures were transcribed and have not yet been compared with the original.
score-chart = Score of each component, out of 10
score-chart-text = The figures are in the table above.
glossary-terms = List of terms
glossary-also = Also:{" "}
glossary-not-reviewed = { $n ->
    [one] { $n } term has not been reviewed by a responsible person.
   *[other] { $n } terms have not been reviewed by a responsible person.
 }
log-figures = Figures by year
log-year = Year
log-received = Received
log-answered = Answered
log-in-time = { $n ->
    [one] Answered within { $n } working day
   *[other] Answered within { $n } working days
 }
log-late = Answered late
log-waiting = Under consideration
log-entries = All entries, newest first
log-day = Received on
log-days = { $n ->
    [one] after { $n } working day
   *[other] after { $n } working days
 }
log-waiting-days = { $n ->
    [one] Under consideration for { $n } working day
   *[other] Under consideration for { $n } working days
 }
instruments-table = Instruments relied on
instruments-not-compared = The table is a summary, and some rows have not yet been compared with the originals; rely on the official texts.
units-table = Units
unit-head = Head
unit-phones = Telephone
unit-contacts = Contacts
gates-table = The border gates
gate-hours = Usual hours
gate-no-alert = None
translated-table = Figures by section and language
translated-section = Section
translated-items = Items
translated-complete = Complete
translated-partial = Partial
translated-machine = Machine
translated-stub = Summary only
translated-total = Whole site
deadlines = Filing date and latest date of the result
deadlines-first = Filed on { $filed }: result by { $due } at the latest
deadlines-filed = Complete application filed on
deadlines-due = Result no later than
deadlines-note = The day of filing does not count; holidays and make-up working days follow the published calendar.
deadlines-hours = Hours are working hours, 8 a day, counted from the end of the day of filing.
deadlines-year = The public holidays of { $year } have not been published yet; days in that year may be later.
calendar-link = Calendar of programmes and events (ICS file)
how-to-join = How to join
programme-open = { $n ->
    [0] Open for registration, last day
    [one] Open for registration, closes in { $n } day
   *[other] Open for registration, closes in { $n } days
 }
programme-upcoming = { $n ->
    [one] Not open yet, opens in { $n } day
   *[other] Not open yet, opens in { $n } days
 }
consultation-open = { $n ->
    [0] Open for comments, last day
    [one] Open for comments, closes in { $n } day
   *[other] Open for comments, closes in { $n } days
 }
consultation-upcoming = { $n ->
    [one] Not open yet, opens in { $n } day
   *[other] Not open yet, opens in { $n } days
 }
event-open = Taking place now
event-upcoming = { $n ->
    [one] Takes place in { $n } day
   *[other] Takes place in { $n } days
 }
ended-on = Ended on { $date }
ended-without-result = Ended on { $date }; no result has been published yet
event-soon = Upcoming
entry-registers = registration until { $date }
entry-comments = comments until { $date }
entry-opens = open from { $from } to { $to }
entry-event = { $date }
entry-ended = on { $date }
entry-ended-without-result = on { $date }, no result published yet
entry-alert = { $gate ->
    [none] until { $date }
   *[other] { $gate }, until { $date }
 }
entry-alert-over = { $gate ->
    [none] { $date }
   *[other] { $gate }, { $date }
 }
entry-limit = within { $time }
entry-limit-fee = within { $time }, fee { $fee }
entry-limit-fee-varies = within { $time }, fee depends on the case
entry-limit-free = within { $time }, free of charge
entry-answered = on { $date }
entry-waiting = asked on { $date }
entry-withdrawn = since { $date }
entry-agreed = signed on { $signed }, no end date
entry-agreed-until = signed on { $signed }, in force until { $end }
entry-agreed-over = signed on { $signed }, ended on { $end }
entry-agreed-renewed = signed on { $signed }, renewed automatically since { $end }
notice-reference-only = This translation is for reference only.
superseded-by = Superseded by
verify-unsealed-note = If the page says “NOT YET SEALED”: { $meaning }
gate-feed = Follow the alerts of this border gate (Atom)
basis-not-compared = not compared with the original
basis-state-not-compared = { $state }, not compared with the original
holidays-table = Days off and make-up working days
holidays-year = { $year }
holidays-day = Day off
holidays-name = Occasion
holidays-worked = worked instead: { $date }
holidays-note = Only days off that would otherwise be working days are listed.
deadlines-holidays = See the days off and make-up working days
organizations-table = Names of bodies and organisations
organizations-count = { $n ->
    [one] { $n } body or organisation
   *[other] { $n } bodies and organisations
 }
organizations-formerly = Former name
apply-moves = Change of the place to apply
form-title = Send feedback by form
form-message = Your feedback
form-name = Your name or company (optional)
form-contact = E-mail or telephone for the answer (optional)
form-notice-words = { $office } keeps this for { $months } to answer you and to improve its work, and for nothing else.
form-send = Send
months =
    { $n ->
        [1] one month
       *[other] { $n } months
     }
