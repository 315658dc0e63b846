-- 0002: works, their boards and their files.
-- A released step is never edited: what changes, changes in a later one.
--
-- Rows that the program brings along have ids of desk 0, which no file has: they are the same row in every file, so that
-- files can be merged. They are editable like all others.

CREATE TABLE scheme (                        -- योजना: what a work is done under; its money is another matter
  id         INTEGER PRIMARY KEY,
  code       TEXT    NOT NULL,               -- 'MGNREGA': short, for lists and imports
  name_hi    TEXT,
  name_en    TEXT,
  valid_from TEXT    CHECK (valid_from IS date (valid_from)),
  valid_to   TEXT    CHECK (valid_to IS date (valid_to)),
  helpline   TEXT,                           -- toll-free number, as it is printed
  logo       BLOB    CHECK (length (logo) = 32), -- names a blob; NULL: the shipped drawing
  source     TEXT,
  order_no   TEXT,                           -- the order that confirms it
  verified   INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
  CHECK (name_hi IS NOT NULL OR name_en IS NOT NULL),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;

CREATE TABLE wage_rate (                     -- मजदूरी दर: for a day of unskilled work
  id         INTEGER PRIMARY KEY,
  scheme     INTEGER NOT NULL REFERENCES scheme (id),
  state_code TEXT    NOT NULL,               -- LGD code of the state
  from_day   TEXT    NOT NULL CHECK (from_day IS date (from_day)),
  paise      INTEGER NOT NULL CHECK (paise > 0),
  source     TEXT,
  order_no   TEXT,
  verified   INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1))
) STRICT;
CREATE INDEX wage_rate_scheme ON wage_rate (scheme, state_code, from_day);

CREATE TABLE work (                          -- कार्य
  id          INTEGER PRIMARY KEY,
  gp          INTEGER NOT NULL REFERENCES unit (id),
  village     TEXT,                          -- as it is to be read: village, hamlet
  scheme      INTEGER REFERENCES scheme (id),
  name_hi     TEXT,
  name_en     TEXT,
  code        TEXT,                          -- free text: no two portals agree
  category    TEXT,
  kind        TEXT    NOT NULL DEFAULT 'community' CHECK (kind IN ('community', 'individual')), -- सामुदायिक / हितग्राही मूलक
  beneficiary TEXT,
  guardian    TEXT,                          -- पिता / पति का नाम
  job_card    TEXT,
  fy          INTEGER CHECK (fy BETWEEN 1990 AND 2100),
  ts_no       TEXT,                          -- तकनीकी स्वीकृति
  ts_day      TEXT    CHECK (ts_day IS date (ts_day)),
  as_no       TEXT,                          -- प्रशासकीय स्वीकृति
  as_day      TEXT    CHECK (as_day IS date (as_day)),
  -- The total is kept beside its parts: sanction orders differ from their own sums, and the board's preflight says so.
  wage_paise      INTEGER CHECK (wage_paise >= 0),
  material_paise  INTEGER CHECK (material_paise >= 0),
  total_paise     INTEGER CHECK (total_paise >= 0),
  days            INTEGER CHECK (days >= 0), -- अनुमानित मानव दिवस
  rate_paise      INTEGER CHECK (rate_paise > 0),
  agency          TEXT,                      -- क्रियान्वयन एजेंसी
  convergence     TEXT,                      -- अभिसरण
  start_day       TEXT    CHECK (start_day IS date (start_day)),
  end_day         TEXT    CHECK (end_day IS date (end_day)),
  spent_wage_paise     INTEGER CHECK (spent_wage_paise >= 0),
  spent_material_paise INTEGER CHECK (spent_material_paise >= 0),
  spent_total_paise    INTEGER CHECK (spent_total_paise >= 0),
  spent_days           INTEGER CHECK (spent_days >= 0), -- सृजित मानव दिवस
  status      TEXT    NOT NULL DEFAULT 'sanctioned' CHECK (status IN ('sanctioned', 'ongoing', 'completed', 'closed')),
  lat         REAL    CHECK (lat BETWEEN 6 AND 38),
  lon         REAL    CHECK (lon BETWEEN 68 AND 98),
  remark      TEXT,
  CHECK (name_hi IS NOT NULL OR name_en IS NOT NULL),
  CHECK ((lat IS NULL) = (lon IS NULL)),
  CHECK (start_day IS NULL OR end_day IS NULL OR start_day <= end_day)
) STRICT;
CREATE INDEX work_gp ON work (gp);
CREATE INDEX work_code ON work (code);

CREATE TABLE work_material (                 -- प्रमुख सामग्री
  id       INTEGER PRIMARY KEY,
  work     INTEGER NOT NULL REFERENCES work (id),
  rank     INTEGER NOT NULL,                 -- order on the board
  name     TEXT    NOT NULL,
  quantity TEXT,                             -- in local terms: "250 बोरी"
  paise    INTEGER CHECK (paise >= 0)
) STRICT;
CREATE INDEX work_material_work ON work_material (work);

CREATE TABLE board (                         -- नागरिक सूचना पटल: what was printed, and what stands at the site
  id          INTEGER PRIMARY KEY,
  work        INTEGER NOT NULL REFERENCES work (id),
  width_mm    REAL    CHECK (width_mm > 0),
  height_mm   REAL    CHECK (height_mm > 0),
  printed_at  INTEGER,                       -- the first print, seconds UTC
  printed     TEXT,                          -- its words and its layout, as patal-board-layout.h writes them
  built_on    TEXT    CHECK (built_on IS date (built_on)),
  place       TEXT,                          -- where at the site
  lat         REAL    CHECK (lat BETWEEN 6 AND 38),
  lon         REAL    CHECK (lon BETWEEN 68 AND 98),
  photo       BLOB    CHECK (length (photo) = 32), -- names a blob
  correct     TEXT    NOT NULL DEFAULT 'pending' CHECK (correct IN ('yes', 'no', 'pending')), -- सही है?
  defects     TEXT,                          -- codes of patal-board-record.h, a line each
  defect_note TEXT,
  seen_on     TEXT    CHECK (seen_on IS date (seen_on)), -- निरीक्षण
  seen_by     TEXT,
  remark      TEXT,
  CHECK ((width_mm IS NULL) = (height_mm IS NULL)),
  CHECK ((printed_at IS NULL) = (printed IS NULL)),
  CHECK ((lat IS NULL) = (lon IS NULL)),
  CHECK (correct <> 'no' OR defects IS NOT NULL OR defect_note IS NOT NULL)
) STRICT;
CREATE INDEX board_work ON board (work);

CREATE TABLE board_template (                -- an office's own templates, as patal-template.h reads them; the shipped ones are no rows
  id   INTEGER PRIMARY KEY,
  name TEXT    NOT NULL,
  text TEXT    NOT NULL
) STRICT;

CREATE TABLE work_doc_type (                 -- the checklist of a work file
  id      INTEGER PRIMARY KEY,
  rank    INTEGER NOT NULL,
  name_hi TEXT,
  name_en TEXT,
  basis   TEXT,                              -- who asks for it
  in_use  INTEGER NOT NULL DEFAULT 1 CHECK (in_use IN (0, 1)),
  CHECK (name_hi IS NOT NULL OR name_en IS NOT NULL)
) STRICT;

CREATE TABLE work_doc (                      -- वर्क फाइल दस्तावेज: what is said of one document of one work; no row: nothing yet
  id          INTEGER PRIMARY KEY,
  work        INTEGER NOT NULL REFERENCES work (id),
  doc_type    INTEGER NOT NULL REFERENCES work_doc_type (id),
  applicable  INTEGER NOT NULL DEFAULT 1 CHECK (applicable IN (0, 1)),
  available   INTEGER NOT NULL DEFAULT 0 CHECK (available IN (0, 1)),
  page_from   INTEGER CHECK (page_from > 0),
  page_to     INTEGER CHECK (page_to > 0),
  verified_by TEXT,
  verified_on TEXT    CHECK (verified_on IS date (verified_on)),
  remark      TEXT,
  scan        BLOB    CHECK (length (scan) = 32), -- names a blob
  CHECK (available = 0 OR applicable = 1),
  CHECK (page_from IS NULL OR page_to IS NULL OR page_from <= page_to)
) STRICT;
CREATE INDEX work_doc_work ON work_doc (work, doc_type);

INSERT INTO scheme (id, code, name_hi, name_en, valid_from, valid_to, source, verified) VALUES
  (1, 'MGNREGA', 'महात्मा गांधी राष्ट्रीय ग्रामीण रोजगार गारंटी योजना', 'Mahatma Gandhi National Rural Employment Guarantee Scheme',
   '2006-02-02', NULL, NULL, 0),
  (2, 'VB-G RAM G', 'विकसित भारत – गारंटी फॉर रोजगार एंड आजीविका मिशन (ग्रामीण)',
   'Viksit Bharat – Guarantee for Rozgar and Ajeevika Mission (Gramin)', '2026-07-01', NULL, 'अधिनियम 36, 2025', 0);

INSERT INTO wage_rate (id, scheme, state_code, from_day, paise, source, verified) VALUES
  (101, 1, '22', '2020-04-01', 19000, NULL, 0), (102, 1, '23', '2020-04-01', 19000, NULL, 0), (103, 1, '5', '2020-04-01', 20100, NULL, 0),
  (104, 1, '9', '2020-04-01', 20100, NULL, 0), (105, 1, '10', '2020-04-01', 19400, NULL, 0), (106, 1, '27', '2020-04-01', 23800, NULL, 0),
  (107, 1, '22', '2021-04-01', 19300, NULL, 0), (108, 1, '23', '2021-04-01', 19300, NULL, 0), (109, 1, '5', '2021-04-01', 20400, NULL, 0),
  (110, 1, '9', '2021-04-01', 20400, NULL, 0), (111, 1, '10', '2021-04-01', 19800, NULL, 0), (112, 1, '27', '2021-04-01', 24800, NULL, 0),
  (113, 1, '22', '2022-04-01', 20400, NULL, 0), (114, 1, '23', '2022-04-01', 20400, NULL, 0), (115, 1, '5', '2022-04-01', 21300, NULL, 0),
  (116, 1, '9', '2022-04-01', 21300, NULL, 0), (117, 1, '10', '2022-04-01', 21000, 'समाचार पत्र', 0), (118, 1, '27', '2022-04-01', 25600, NULL, 0),
  (119, 1, '22', '2023-04-01', 22100, 'समाचार पत्र', 0), (120, 1, '23', '2023-04-01', 22100, 'समाचार पत्र', 0),
  (121, 1, '5', '2023-04-01', 23000, 'समाचार पत्र', 0), (122, 1, '9', '2023-04-01', 23000, 'समाचार पत्र', 0),
  (123, 1, '10', '2023-04-01', 22800, 'समाचार पत्र', 0), (124, 1, '27', '2023-04-01', 27300, 'समाचार पत्र', 0),
  (125, 1, '22', '2024-04-01', 24300, 'समाचार पत्र', 0), (126, 1, '23', '2024-04-01', 24300, 'समाचार पत्र', 0),
  (127, 1, '5', '2024-04-01', 23700, NULL, 0), (128, 1, '9', '2024-04-01', 23700, NULL, 0),
  (129, 1, '10', '2024-04-01', 24500, 'समाचार पत्र', 0), (130, 1, '27', '2024-04-01', 29700, 'समाचार पत्र', 0),
  (131, 1, '22', '2025-04-01', 26100, NULL, 0), (132, 1, '23', '2025-04-01', 26100, 'समाचार पत्र', 0),
  (133, 1, '5', '2025-04-01', 25200, NULL, 0), (134, 1, '9', '2025-04-01', 25200, NULL, 0),
  (135, 1, '10', '2025-04-01', 25500, NULL, 0), (136, 1, '27', '2025-04-01', 31200, NULL, 0);

INSERT INTO work_doc_type (id, rank, name_hi, name_en, basis) VALUES
  (201, 1, 'मुख पृष्ठ', 'Cover page', 'F'),
  (202, 2, 'दस्तावेज जाँच-सूची', 'Checklist of documents', 'F'),
  (203, 3, 'वार्षिक कार्ययोजना / सेल्फ ऑफ प्रोजेक्ट की प्रति', 'Annual action plan / shelf of projects, copy', 'F K'),
  (204, 4, 'तकनीकी प्राक्कलन एवं डिजाइन', 'Technical estimate and design', 'F K'),
  (205, 5, 'तकनीकी स्वीकृति', 'Technical sanction', 'F'),
  (206, 6, 'प्रशासकीय / वित्तीय स्वीकृति', 'Administrative / financial sanction', 'F K'),
  (207, 7, 'अभिसरण विवरण (यदि हो)', 'Convergence details, if any', 'F'),
  (208, 8, 'कार्य की मांग का आवेदन (प्रपत्र-6)', 'Demand for work (form 6)', 'F K'),
  (209, 9, 'कार्य आबंटन एवं सूचना (प्रपत्र-8, 9)', 'Allocation of work and notices (forms 8, 9)', 'F K'),
  (210, 10, 'कार्यादेश', 'Work order', 'K'),
  (211, 11, 'ई-मस्टर रोल की प्रति', 'e-Muster rolls, filled and MIS copy', 'F K'),
  (212, 12, 'मस्टर रोल संचलन पर्ची', 'Muster-roll movement slip', 'K'),
  (213, 13, 'माप पुस्तिका की प्रति', 'Measurement book, copy', 'F K'),
  (214, 14, 'मजदूरी सूची एवं एफ.टी.ओ.', 'Wage list and wage payment order (FTO)', 'K'),
  (215, 15, 'सामग्री: कोटेशन, तुलनात्मक पत्रक, आपूर्ति आदेश', 'Material: quotations, comparative sheet, supply order', 'K'),
  (216, 16, 'सामग्री देयक / व्हाउचर एवं एफ.टी.ओ.', 'Material bills / vouchers and payment order (FTO)', 'K'),
  (217, 17, 'सामग्री स्टॉक एवं वितरण प्रविष्टि', 'Material stock and issue extract', 'K'),
  (218, 18, 'रॉयल्टी, जी.एस.टी. व कर की रसीद', 'Royalty, GST and tax receipts', 'K'),
  (219, 19, 'तीन चरण के फोटोग्राफ (पूर्व, दौरान, पश्चात)', 'Photographs at three stages (before, during, after)', 'K'),
  (220, 20, 'नागरिक सूचना पटल एवं जियो-टैग फोटो', 'Citizen information board and geo-tagged photo', 'K'),
  (221, 21, 'कार्य पूर्णता प्रतिवेदन / प्रमाण-पत्र', 'Completion report / certificate', 'K'),
  (222, 22, 'सामाजिक अंकेक्षण प्रतिवेदन', 'Social audit report', 'K');
