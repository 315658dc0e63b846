-- 0003: courses, annual plans, trainings with their clusters and batches, trainers, who was nominated and who came.
-- A released step is never edited: what changes, changes in a later one.
--
-- As in 0002, rows that the program brings along have ids of desk 0: here 301 to 400.

CREATE TABLE subject (                       -- विषय / गतिविधि: what a module teaches, and a trainer can teach
  id      INTEGER PRIMARY KEY,
  code    TEXT    NOT NULL,                  -- 'CIB': short, for lists and imports
  name_hi TEXT,
  name_en TEXT,
  in_use  INTEGER NOT NULL DEFAULT 1 CHECK (in_use IN (0, 1)),
  CHECK (name_hi IS NOT NULL OR name_en IS NOT NULL)
) STRICT;

CREATE TABLE course (                        -- पाठ्यक्रम; a copy of one is the template of the next
  id           INTEGER PRIMARY KEY,
  code         TEXT    NOT NULL,
  name_hi      TEXT,
  name_en      TEXT,
  category     TEXT    NOT NULL              -- प्रशिक्षण श्रेणी
               CHECK (category IN ('basic', 'refresher', 'thematic', 'trainers', 'exposure')),
  level        TEXT    NOT NULL              -- स्तर; to cost norms a cluster is a block
               CHECK (level IN ('state', 'district', 'block', 'cluster')),
  mode         TEXT    NOT NULL DEFAULT 'classroom' CHECK (mode IN ('classroom', 'online', 'visit')),
  residential  INTEGER NOT NULL DEFAULT 0 CHECK (residential IN (0, 1)),
  batch_min    INTEGER NOT NULL DEFAULT 20,  -- people
  batch_max    INTEGER NOT NULL DEFAULT 40,
  present_pct  INTEGER NOT NULL DEFAULT 100  -- of the half-days: from there on somebody is trained
               CHECK (present_pct BETWEEN 1 AND 100),
  counts_years INTEGER CHECK (counts_years > 0), -- financial years, its own among them, for which it counts; NULL: for good
  programme    TEXT,                         -- short, for the numbers of certificates: 'GGI'
  in_use       INTEGER NOT NULL DEFAULT 1 CHECK (in_use IN (0, 1)),
  source       TEXT,
  remark       TEXT,
  CHECK (name_hi IS NOT NULL OR name_en IS NOT NULL),
  CHECK (batch_min BETWEEN 1 AND batch_max AND batch_max <= 500)
) STRICT;

CREATE TABLE course_post (                   -- लक्ष्य समूह: whoever holds one of these posts is to be trained
  id     INTEGER PRIMARY KEY,
  course INTEGER NOT NULL REFERENCES course (id),
  post   TEXT    NOT NULL                    -- a code: the ids of posts differ from file to file
) STRICT;
CREATE INDEX course_post_course ON course_post (course);

CREATE TABLE course_module (                 -- days on end: a batch is one module of one cluster
  id      INTEGER PRIMARY KEY,
  course  INTEGER NOT NULL REFERENCES course (id),
  rank    INTEGER NOT NULL,
  name_hi TEXT,
  name_en TEXT,
  days    INTEGER NOT NULL CHECK (days BETWEEN 1 AND 30),
  team    INTEGER NOT NULL DEFAULT 2 CHECK (team BETWEEN 0 AND 10), -- trainers of a batch
  follows INTEGER NOT NULL DEFAULT 1 CHECK (follows IN (0, 1)), -- comes after the module before it
  marks   INTEGER CHECK (marks BETWEEN 1 AND 1000), -- of its tests; NULL: there are none
  CHECK (name_hi IS NOT NULL OR name_en IS NOT NULL)
) STRICT;
CREATE INDEX course_module_course ON course_module (course, rank);

CREATE TABLE module_subject (
  id      INTEGER PRIMARY KEY,
  module  INTEGER NOT NULL REFERENCES course_module (id),
  subject INTEGER NOT NULL REFERENCES subject (id)
) STRICT;
CREATE INDEX module_subject_module ON module_subject (module);

CREATE TABLE cost_norm (                     -- इकाई लागत मानक: a ceiling, and from when to when
  id         INTEGER PRIMARY KEY,
  set_name   TEXT    NOT NULL,
  code       TEXT    NOT NULL,               -- 'TRG-B'
  name_hi    TEXT    NOT NULL,
  name_en    TEXT    NOT NULL,
  paise      INTEGER NOT NULL CHECK (paise > 0),
  unit       TEXT    NOT NULL CHECK (unit IN ('person-day', 'gp', 'month', 'year', 'each')),
  valid_from TEXT    NOT NULL CHECK (valid_from IS date (valid_from)),
  valid_to   TEXT    CHECK (valid_to IS date (valid_to)),
  source     TEXT,
  order_no   TEXT,                           -- the order that confirms it
  verified   INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
  CHECK (valid_to IS NULL OR valid_from <= valid_to)
) STRICT;
CREATE INDEX cost_norm_code ON cost_norm (code, valid_from);

CREATE TABLE annual_plan (                   -- वार्षिक कार्ययोजना: it is frozen with its lines
  id          INTEGER PRIMARY KEY,
  fy          INTEGER NOT NULL CHECK (fy BETWEEN 1990 AND 2100),
  name        TEXT,
  order_no    TEXT,
  approved_on TEXT    CHECK (approved_on IS date (approved_on)),
  remark      TEXT
) STRICT;

-- What a line proposes is participants × days × unit cost, or an amount of its own. Target group, subjects and category are
-- those of its course.
CREATE TABLE plan_line (                     -- कार्ययोजना पंक्ति
  id           INTEGER PRIMARY KEY,
  plan         INTEGER NOT NULL REFERENCES annual_plan (id),
  rank         INTEGER NOT NULL,
  component    TEXT    NOT NULL,             -- code of a cost_norm
  course       INTEGER REFERENCES course (id),
  name         TEXT,                         -- of what is no course: 'प्रशिक्षण सामग्री'
  additional   INTEGER NOT NULL DEFAULT 0 CHECK (additional IN (0, 1)), -- अतिरिक्त आवश्यकता: a quarter at most
  participants INTEGER CHECK (participants BETWEEN 1 AND 1000000),
  days         INTEGER CHECK (days BETWEEN 1 AND 30),
  unit_paise   INTEGER CHECK (unit_paise > 0),
  own_paise    INTEGER CHECK (own_paise > 0),
  recommended_paise INTEGER CHECK (recommended_paise >= 0),
  approved_paise    INTEGER CHECK (approved_paise >= 0),
  remark       TEXT,
  CHECK ((participants IS NULL) = (days IS NULL) AND (days IS NULL) = (unit_paise IS NULL)),
  CHECK ((participants IS NULL) <> (own_paise IS NULL)),
  CHECK (course IS NOT NULL OR name IS NOT NULL),
  CHECK (additional = 0 OR own_paise IS NOT NULL)
) STRICT;
CREATE INDEX plan_line_plan ON plan_line (plan, rank);

CREATE TABLE training (                      -- one holding of a course: for whom, where, from when to when, by which rules
  id          INTEGER PRIMARY KEY,
  course      INTEGER NOT NULL REFERENCES course (id),
  line        INTEGER REFERENCES plan_line (id),
  fy          INTEGER NOT NULL CHECK (fy BETWEEN 1990 AND 2100),
  name_hi     TEXT,                          -- neither: it is called as its course
  name_en     TEXT,
  within      INTEGER REFERENCES unit (id),  -- NULL: the whole file
  from_day    TEXT    NOT NULL CHECK (from_day IS date (from_day)),
  to_day      TEXT    NOT NULL CHECK (to_day IS date (to_day)),
  order_no    TEXT,                          -- of the order that calls for it
  order_day   TEXT    CHECK (order_day IS date (order_day)),
  batch_min   INTEGER NOT NULL,              -- the rules by which its plan was found, and is found again
  batch_max   INTEGER NOT NULL,
  batch_fill  INTEGER NOT NULL DEFAULT 90 CHECK (batch_fill BETWEEN 1 AND 100),
  detour_pct  INTEGER NOT NULL DEFAULT 130 CHECK (detour_pct BETWEEN 100 AND 1000),
  rank_metres INTEGER NOT NULL DEFAULT 2000 CHECK (rank_metres >= 0),
  most_metres INTEGER CHECK (most_metres > 0),
  cross_block INTEGER NOT NULL DEFAULT 0 CHECK (cross_block IN (0, 1)),
  most_run    INTEGER NOT NULL DEFAULT 6 CHECK (most_run > 0),
  trainer_scope TEXT  NOT NULL DEFAULT 'district' CHECK (trainer_scope IN ('block', 'district', 'state')),
  trainer_most_metres INTEGER CHECK (trainer_most_metres > 0),
  gap_days    INTEGER NOT NULL DEFAULT 1 CHECK (gap_days > 0),
  attend      TEXT    NOT NULL DEFAULT 'first' CHECK (attend IN ('none', 'first', 'all')), -- of the officer
  officer_post TEXT,                         -- code of the post that opens a batch: 'PO'; NULL: nobody does
  remark      TEXT,
  CHECK (from_day <= to_day),
  CHECK (batch_min BETWEEN 1 AND batch_max)
) STRICT;
CREATE INDEX training_course ON training (course, fy);

CREATE TABLE training_limit (                -- what one has of its own: another window, days off, who is left out
  id       INTEGER PRIMARY KEY,
  training INTEGER NOT NULL REFERENCES training (id),
  kind     TEXT    NOT NULL CHECK (kind IN ('window', 'off', 'without')),
  unit     INTEGER REFERENCES unit (id),
  venue    INTEGER REFERENCES venue (id),
  trainer  INTEGER REFERENCES trainer (id),
  from_day TEXT    CHECK (from_day IS date (from_day)),
  to_day   TEXT    CHECK (to_day IS date (to_day)),
  reason   TEXT    CHECK (reason IN ('election', 'fair', 'code', 'monsoon', 'harvest', 'exam', 'other')),
  words    TEXT,
  CHECK ((from_day IS NULL) = (to_day IS NULL) AND (from_day IS NULL) = (kind = 'without')),
  CHECK (from_day IS NULL OR from_day <= to_day),
  CHECK ((unit IS NOT NULL) + (venue IS NOT NULL) + (trainer IS NOT NULL) <= 1),
  CHECK (kind = 'off' OR coalesce (unit, venue, trainer) IS NOT NULL),
  CHECK (kind <> 'window' OR (unit IS NOT NULL AND (reason IS NOT NULL OR words IS NOT NULL)))
) STRICT;
CREATE INDEX training_limit_training ON training_limit (training);

CREATE TABLE cluster (                       -- क्लस्टर: units that are trained together, and where
  id       INTEGER PRIMARY KEY,
  training INTEGER NOT NULL REFERENCES training (id),
  unit     INTEGER NOT NULL REFERENCES unit (id), -- its block, or the district where it reaches over blocks
  no       INTEGER NOT NULL,
  name_hi  TEXT,
  name_en  TEXT,
  venue    INTEGER REFERENCES venue (id),
  remark   TEXT
) STRICT;
CREATE INDEX cluster_training ON cluster (training, unit, no);
CREATE INDEX cluster_venue ON cluster (venue);

CREATE TABLE cluster_unit (                  -- those that are covered by an additional charge too
  id      INTEGER PRIMARY KEY,
  cluster INTEGER NOT NULL REFERENCES cluster (id),
  unit    INTEGER NOT NULL REFERENCES unit (id)
) STRICT;
CREATE INDEX cluster_unit_cluster ON cluster_unit (cluster);
CREATE INDEX cluster_unit_unit ON cluster_unit (unit);

-- Under way, overdue, full are derived from the days and from who is nominated.
CREATE TABLE batch (                         -- बैच: one of each cluster and module, also where there is no day for it yet
  id        INTEGER PRIMARY KEY,
  cluster   INTEGER NOT NULL REFERENCES cluster (id),
  module    INTEGER NOT NULL REFERENCES course_module (id),
  no        INTEGER NOT NULL,                -- बैच क्र., of its training: it is printed, so it stays
  start_day TEXT    CHECK (start_day IS date (start_day)),
  days      INTEGER NOT NULL CHECK (days BETWEEN 1 AND 30), -- the module's when it was planned
  venue     INTEGER REFERENCES venue (id),   -- where it is not the cluster's, which may have changed since
  status    TEXT    NOT NULL DEFAULT 'planned'
            CHECK (status IN ('planned', 'published', 'held', 'cancelled', 'postponed')),
  pinned    INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  without   TEXT,                            -- the planner's code: why there is no day for it
  nodal     INTEGER REFERENCES person (id),  -- नोडल अधिकारी
  remark    TEXT,
  CHECK (start_day IS NOT NULL OR status IN ('planned', 'cancelled', 'postponed')),
  CHECK (without IS NULL OR start_day IS NULL)
) STRICT;
CREATE INDEX batch_cluster ON batch (cluster, module);
CREATE INDEX batch_start ON batch (start_day);

CREATE TABLE batch_change (                  -- what people had been told, and was changed then
  id      INTEGER PRIMARY KEY,
  batch   INTEGER NOT NULL REFERENCES batch (id),
  day_no  INTEGER NOT NULL CHECK (day_no >= 0), -- 0: the batch as a whole, else one of its days
  was_day TEXT    NOT NULL CHECK (was_day IS date (was_day)),
  now_day TEXT    CHECK (now_day IS date (now_day)), -- NULL: not known yet, or not held
  reason  TEXT    NOT NULL CHECK (reason IN ('election', 'fair', 'code', 'monsoon', 'harvest', 'exam', 'flood', 'trainer',
                                             'venue', 'holiday', 'other')),
  words   TEXT,
  made_on TEXT    NOT NULL CHECK (made_on IS date (made_on))
) STRICT;
CREATE INDEX batch_change_batch ON batch_change (batch, day_no);

CREATE TABLE session (                       -- सत्र: of a module; of a batch where its own differ
  id          INTEGER PRIMARY KEY,
  module      INTEGER REFERENCES course_module (id),
  batch       INTEGER REFERENCES batch (id),
  day_no      INTEGER NOT NULL CHECK (day_no BETWEEN 1 AND 30),
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439), -- of the day
  to_minute   INTEGER NOT NULL CHECK (to_minute <= 1440),
  topic_hi    TEXT,
  topic_en    TEXT,
  trainer     INTEGER REFERENCES trainer (id),
  CHECK ((module IS NULL) <> (batch IS NULL)),
  CHECK (from_minute < to_minute),
  CHECK (topic_hi IS NOT NULL OR topic_en IS NOT NULL),
  CHECK (trainer IS NULL OR batch IS NOT NULL)
) STRICT;
CREATE INDEX session_module ON session (module) WHERE module IS NOT NULL;
CREATE INDEX session_batch ON session (batch) WHERE batch IS NOT NULL;

CREATE TABLE trainer (                       -- मास्टर ट्रेनर
  id        INTEGER PRIMARY KEY,
  person    INTEGER NOT NULL REFERENCES person (id),
  source    TEXT    NOT NULL CHECK (source IN ('model_gp', 'officer', 'technical', 'faculty', 'other')),
  home      INTEGER REFERENCES unit (id),    -- where the way to a venue begins; NULL: where the main charge is
  most_days INTEGER CHECK (most_days >= 0),  -- of one training; NULL: no limit
  active    INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  remark    TEXT
) STRICT;
CREATE INDEX trainer_person ON trainer (person);

CREATE TABLE trainer_subject (
  id      INTEGER PRIMARY KEY,
  trainer INTEGER NOT NULL REFERENCES trainer (id),
  subject INTEGER NOT NULL REFERENCES subject (id)
) STRICT;
CREATE INDEX trainer_subject_trainer ON trainer_subject (trainer);

CREATE TABLE person_days (                   -- days of trainers, officers, trainees on which they can or cannot come
  id       INTEGER PRIMARY KEY,
  person   INTEGER NOT NULL REFERENCES person (id),
  kind     TEXT    NOT NULL CHECK (kind IN ('away', 'free')), -- where some are free, a trainer comes on no others
  from_day TEXT    NOT NULL CHECK (from_day IS date (from_day)),
  to_day   TEXT    NOT NULL CHECK (to_day IS date (to_day)),
  words    TEXT,
  CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX person_days_person ON person_days (person);

CREATE TABLE batch_trainer (
  id      INTEGER PRIMARY KEY,
  batch   INTEGER NOT NULL REFERENCES batch (id),
  trainer INTEGER NOT NULL REFERENCES trainer (id)
) STRICT;
CREATE INDEX batch_trainer_batch ON batch_trainer (batch);
CREATE INDEX batch_trainer_trainer ON batch_trainer (trainer);

-- The call and what came of it are one row: forty people's attendance is forty rows of a changeset. Marks are counted
-- from the first day of the batch, so they stay with a day that is moved. Present, absent, trained are derived from them.
CREATE TABLE nomination (                    -- नामांकन
  id         INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES batch (id),
  person     INTEGER NOT NULL REFERENCES person (id),
  posting    INTEGER REFERENCES posting (id), -- NULL: came without one
  status     TEXT    NOT NULL DEFAULT 'nominated' CHECK (status IN ('nominated', 'replaced', 'withdrawn')),
  instead_of INTEGER REFERENCES nomination (id), -- प्रतिस्थापन
  marks      TEXT    NOT NULL DEFAULT '' -- a letter for each half-day: present, absent, - where it is not said
             CHECK (marks NOT GLOB '*[^PA-]*' AND length (marks) <= 60),
  pre        INTEGER CHECK (pre >= 0),       -- of the tests
  post       INTEGER CHECK (post >= 0),
  remark     TEXT,
  CHECK (status = 'nominated' OR marks NOT GLOB '*P*')
) STRICT;
CREATE INDEX nomination_batch ON nomination (batch);
CREATE INDEX nomination_person ON nomination (person);

CREATE TABLE feedback (                      -- प्रतिपुष्टि: a sheet without a name, 1 to 5 for each question
  id      INTEGER PRIMARY KEY,
  batch   INTEGER NOT NULL REFERENCES batch (id),
  content INTEGER CHECK (content BETWEEN 1 AND 5),
  trainer INTEGER CHECK (trainer BETWEEN 1 AND 5),
  venue   INTEGER CHECK (venue BETWEEN 1 AND 5),
  food    INTEGER CHECK (food BETWEEN 1 AND 5),
  useful  INTEGER CHECK (useful BETWEEN 1 AND 5),
  words   TEXT,
  CHECK (coalesce (content, trainer, venue, food, useful) IS NOT NULL OR words IS NOT NULL)
) STRICT;
CREATE INDEX feedback_batch ON feedback (batch);

CREATE TABLE batch_cost (                    -- बैच व्यय
  id      INTEGER PRIMARY KEY,
  batch   INTEGER NOT NULL REFERENCES batch (id),
  head    TEXT    NOT NULL CHECK (head IN ('food', 'venue', 'honorarium', 'travel', 'material', 'other')),
  paise   INTEGER NOT NULL CHECK (paise > 0),
  day     TEXT    CHECK (day IS date (day)),
  voucher TEXT,
  remark  TEXT
) STRICT;
CREATE INDEX batch_cost_batch ON batch_cost (batch);

CREATE TABLE visit (                         -- एक्सपोजर विजिट: what a batch of a course of mode 'visit' has besides
  id          INTEGER PRIMARY KEY,
  batch       INTEGER NOT NULL REFERENCES batch (id),
  outside     INTEGER NOT NULL CHECK (outside IN (0, 1)), -- the state
  host_unit   INTEGER REFERENCES unit (id),
  host        TEXT,
  learning    TEXT,
  action_plan TEXT,
  follow_up   TEXT,
  CHECK (host_unit IS NOT NULL OR host IS NOT NULL)
) STRICT;
CREATE INDEX visit_batch ON visit (batch);

-- Never changed, only called back; written by edits that undo passes over, so that no number comes back.
CREATE TABLE letter (                        -- what was issued, as it was issued
  id         INTEGER PRIMARY KEY,
  kind       TEXT    NOT NULL
             CHECK (kind IN ('order', 'nomination', 'reminder', 'absent', 'postponement', 'certificate', 'bill')),
  training   INTEGER NOT NULL REFERENCES training (id),
  unit       INTEGER REFERENCES unit (id),
  batch      INTEGER REFERENCES batch (id),
  nomination INTEGER REFERENCES nomination (id),
  number     TEXT,
  name       TEXT,                           -- of a certificate: whose it is, as it says
  day        TEXT    NOT NULL CHECK (day IS date (day)),
  printed    TEXT    NOT NULL,               -- its words and its layout, as patal-letter-layout.h writes them
  issued_at  INTEGER NOT NULL,               -- seconds UTC
  recalled_on  TEXT  CHECK (recalled_on IS date (recalled_on)),
  recalled_why TEXT,
  CHECK ((recalled_on IS NULL) = (recalled_why IS NULL)),
  CHECK ((kind = 'certificate') = (nomination IS NOT NULL)),
  CHECK (kind <> 'certificate' OR number IS NOT NULL)
) STRICT;
-- Numbers are not swapped, and two desks that gave the same one are told, not merged.
CREATE UNIQUE INDEX letter_certificate ON letter (number) WHERE kind = 'certificate';
CREATE INDEX letter_training ON letter (training, kind);
CREATE INDEX letter_nomination ON letter (nomination) WHERE nomination IS NOT NULL;

CREATE TABLE letter_template (               -- an office's own texts; the shipped ones are no rows
  id   INTEGER PRIMARY KEY,
  name TEXT    NOT NULL,
  kind TEXT    NOT NULL,
  text TEXT    NOT NULL,                     -- as patal-letter-template.h reads it
  used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1))
) STRICT;

INSERT INTO subject (id, code, name_hi, name_en) VALUES
  (301, 'CIB', 'नागरिक सूचना पटल', 'Citizen information board'),
  (302, 'WORKFILE', 'वर्क फाइल', 'Work file'),
  (303, 'REGISTER', 'सात पंजी', 'Seven registers'),
  (304, 'JOBCARD', 'जॉब कार्ड अद्यतीकरण', 'Job card updating');

-- The norms of 2022-26 are not known here; where none is in force the last one is used, and said to be so.
INSERT INTO cost_norm (id, set_name, code, name_hi, name_en, paise, unit, valid_from, valid_to, source) VALUES
  (321, 'RGSA 2018-22', 'TRG-S', 'राज्य स्तरीय प्रशिक्षण', 'Training at state level',
   190000, 'person-day', '2018-04-01', '2022-03-31', 'RGSA 2018'),
  (322, 'RGSA 2018-22', 'TRG-D', 'जिला स्तरीय प्रशिक्षण', 'Training at district level',
   110000, 'person-day', '2018-04-01', '2022-03-31', 'RGSA 2018'),
  (323, 'RGSA 2018-22', 'TRG-B', 'विकासखण्ड / क्लस्टर स्तरीय प्रशिक्षण', 'Training at block or cluster level',
   80000, 'person-day', '2018-04-01', '2022-03-31', 'RGSA 2018'),
  (324, 'RGSA 2018-22', 'EXP-IN', 'एक्सपोजर विजिट, राज्य में', 'Exposure visit inside the state',
   250000, 'person-day', '2018-04-01', '2022-03-31', 'RGSA 2018'),
  (325, 'RGSA 2018-22', 'EXP-OUT', 'एक्सपोजर विजिट, राज्य के बाहर', 'Exposure visit outside the state',
   400000, 'person-day', '2018-04-01', '2022-03-31', 'RGSA 2018'),
  (326, 'RGSA 2018-22', 'HH', 'जी.पी.डी.पी. हेतु हैंड-होल्डिंग', 'Hand-holding for GPDP',
   1000000, 'gp', '2018-04-01', '2022-03-31', 'RGSA 2018'),
  (327, 'RGSA 2018-22', 'TNA', 'प्रशिक्षण आवश्यकता आकलन', 'Training needs assessment',
   50000000, 'year', '2018-04-01', '2022-03-31', 'RGSA 2018'),
  (328, 'RGSA 2018-22', 'MOD', 'प्रशिक्षण मॉड्यूल', 'Training modules',
   50000000, 'year', '2018-04-01', '2022-03-31', 'RGSA 2018'),
  (329, 'RGSA 2018-22', 'MAT', 'प्रशिक्षण सामग्री', 'Training material',
   100000000, 'year', '2018-04-01', '2022-03-31', 'RGSA 2018'),
  (330, 'RGSA 2018-22', 'EVAL', 'प्रशिक्षण का मूल्यांकन', 'Evaluation of training',
   50000000, 'year', '2018-04-01', '2022-03-31', 'RGSA 2018'),
  (331, 'RGSA 2018-22', 'PLC', 'पंचायत अधिगम केंद्र', 'Panchayat learning centre',
   50000000, 'each', '2018-04-01', '2022-03-31', 'RGSA 2018');

INSERT INTO course (id, code, name_hi, name_en, category, level, programme, source) VALUES
  (341, 'GGI', 'सुशासन पहल: चार गतिविधियां (मनरेगा)', 'Good governance initiative: the four activities',
   'thematic', 'cluster', 'GGI', 'सत्र योजना: नमूना');
INSERT INTO course_post (id, course, post) VALUES (347, 341, 'GRS'), (348, 341, 'PS');
INSERT INTO course_module (id, course, rank, name_hi, name_en, days, team, marks) VALUES
  (342, 341, 1, 'चार गतिविधियां', 'The four activities', 2, 2, 20);
INSERT INTO module_subject (id, module, subject) VALUES (343, 342, 301), (344, 342, 302), (345, 342, 303), (346, 342, 304);
INSERT INTO session (id, module, day_no, from_minute, to_minute, topic_hi, topic_en) VALUES
  (351, 342, 1, 600, 630, 'पंजीयन, पूर्व परीक्षण', 'Registration, pre-test'),
  (352, 342, 1, 630, 660, 'शुभारंभ, उद्देश्य', 'Opening, aims'),
  (353, 342, 1, 660, 780, 'नागरिक सूचना पटल निर्माण', 'Citizen information board'),
  (354, 342, 1, 840, 990, 'वर्क फाइल संधारण (अभ्यास)', 'Work file, practical on one completed work'),
  (355, 342, 1, 990, 1020, 'शंका समाधान', 'Questions'),
  (356, 342, 2, 600, 750, 'सात पंजी संधारण', 'Seven registers'),
  (357, 342, 2, 750, 780, 'जॉब कार्ड अद्यतीकरण', 'Job card updating'),
  (358, 342, 2, 840, 900, 'जॉब कार्ड अद्यतीकरण', 'Job card updating'),
  (359, 342, 2, 900, 960, 'ग्राम पंचायतवार कार्ययोजना', 'GP-wise action plan with dates'),
  (360, 342, 2, 960, 1020, 'पश्च परीक्षण, फीडबैक, प्रमाण-पत्र', 'Post-test, feedback, certificates');
