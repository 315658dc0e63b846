-- 0001: the store's own tables, and who and where.
-- A released step is never edited: what changes, changes in a later one.

-- The store's own: not in changesets.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT
) STRICT;

CREATE TABLE journal (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at      INTEGER NOT NULL,             -- seconds UTC
  who          TEXT    NOT NULL,
  desk         INTEGER NOT NULL,
  kind         TEXT    NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
  standing     INTEGER NOT NULL DEFAULT 0 CHECK (standing IN (0, 1)), -- no undo takes it back: freezing, unfreezing
  undoes       INTEGER REFERENCES journal (id), -- of an undo the edit it takes back, of a redo the undo
  label        TEXT    NOT NULL,             -- message id
  label_plural TEXT,
  label_n      INTEGER NOT NULL DEFAULT 0,
  label_args   TEXT    NOT NULL DEFAULT '',  -- separated by U+001F
  reason       TEXT,
  previous     BLOB    NOT NULL CHECK (length (previous) = 32),
  hash         BLOB    NOT NULL CHECK (length (hash) = 32),
  unpacked_size INTEGER NOT NULL DEFAULT 0,  -- of a changeset that is deflated; 0: it is not
  changeset    BLOB    NOT NULL,             -- last: what stands behind an import's is read through all of its pages
  CHECK ((kind = 'edit') = (undoes IS NULL))
) STRICT;
CREATE INDEX journal_history ON journal (id, kind, undoes, standing); -- the undo stack is read without touching changesets
CREATE INDEX journal_undoes ON journal (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE blob (
  sha256     BLOB    PRIMARY KEY CHECK (length (sha256) = 32),
  media_type TEXT    NOT NULL,
  bytes      BLOB    NOT NULL
) STRICT;

CREATE TABLE search_entry (                  -- what each record is found by; fed by the edit door alone
  id    INTEGER PRIMARY KEY,                 -- the record's own
  kind  TEXT    NOT NULL,
  terms TEXT    NOT NULL                     -- as patal-search-terms.h makes them
) STRICT;
-- Terms come folded already, with a space between, and '!' joins the words of a whole name. So the plainest tokenizer will do: to it
-- every letter beyond ASCII is part of a word, where FTS5's default would cut Hindi words at every matra.
CREATE VIRTUAL TABLE search_index USING fts5 (
  terms, content = 'search_entry', content_rowid = 'id', detail = none, columnsize = 0, prefix = '3',
  tokenize = "ascii tokenchars '!'");
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab ('search_index', 'instance');

-- Tracked from here on: every table has an id that patal_db_new_id() gave.

CREATE TABLE frozen (                        -- the records that refuse edits
  id        INTEGER PRIMARY KEY,             -- the frozen record's own
  tbl       TEXT    NOT NULL,
  frozen_at INTEGER NOT NULL,
  who       TEXT    NOT NULL
) STRICT;

CREATE TABLE setting (                       -- of the office, undoable: the five-day week, the signatories
  id    INTEGER PRIMARY KEY,
  key   TEXT NOT NULL,
  value TEXT
) STRICT;

CREATE TABLE unit (                          -- प्रशासनिक इकाई
  id         INTEGER PRIMARY KEY,
  level      TEXT    NOT NULL CHECK (level IN ('state', 'district', 'block', 'gp', 'village')),
  parent     INTEGER REFERENCES unit (id),
  name_hi    TEXT,
  name_en    TEXT,
  lgd_code   TEXT    CHECK (length (lgd_code) BETWEEN 1 AND 6 AND lgd_code NOT GLOB '*[^0-9]*'),
  valid_from TEXT    CHECK (valid_from IS date (valid_from)),
  valid_to   TEXT    CHECK (valid_to IS date (valid_to)),
  pesa         INTEGER NOT NULL DEFAULT 0 CHECK (pesa IN (0, 1)),
  aspirational INTEGER NOT NULL DEFAULT 0 CHECK (aspirational IN (0, 1)),
  antyodaya    INTEGER NOT NULL DEFAULT 0 CHECK (antyodaya IN (0, 1)),
  lat        REAL    CHECK (lat BETWEEN 6 AND 38),
  lon        REAL    CHECK (lon BETWEEN 68 AND 98),
  households INTEGER CHECK (households >= 0),
  population INTEGER CHECK (population >= 0),
  sc         INTEGER CHECK (sc >= 0),
  st         INTEGER CHECK (st >= 0),
  remark     TEXT,
  CHECK (name_hi IS NOT NULL OR name_en IS NOT NULL),
  CHECK ((lat IS NULL) = (lon IS NULL)),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to),
  CHECK (population IS NULL OR ifnull (sc, 0) + ifnull (st, 0) <= population),
  CHECK ((level = 'state') = (parent IS NULL))
) STRICT;
CREATE INDEX unit_parent ON unit (parent);
CREATE INDEX unit_level ON unit (level, lgd_code);

CREATE TABLE unit_alias (                    -- अन्य वर्तनी
  id   INTEGER PRIMARY KEY,
  unit INTEGER NOT NULL REFERENCES unit (id),
  name TEXT    NOT NULL
) STRICT;
CREATE INDEX unit_alias_unit ON unit_alias (unit);

CREATE TABLE label (                         -- what a state calls a tier or a post: from the state pack, editable
  id         INTEGER PRIMARY KEY,
  state_code TEXT    NOT NULL DEFAULT '',    -- LGD code of the state; '' where no pack knows better
  key        TEXT    NOT NULL,               -- 'tier.gp', 'post.sarpanch'
  hi         TEXT    NOT NULL,
  en         TEXT    NOT NULL,
  source     TEXT,                           -- where the word is from
  order_no   TEXT,                           -- the order that confirms it
  verified   INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1))
) STRICT;
CREATE INDEX label_key ON label (state_code, key);

CREATE TABLE post (                          -- पद
  id       INTEGER PRIMARY KEY,
  code     TEXT    NOT NULL,                 -- 'GRS', 'PS', 'SARPANCH', 'PO' …; its words are the label 'post.CODE'
  kind     TEXT    NOT NULL CHECK (kind IN ('elected', 'staff')),
  level    TEXT    NOT NULL CHECK (level IN ('state', 'district', 'block', 'gp', 'village')),
  expected INTEGER NOT NULL DEFAULT 0 CHECK (expected BETWEEN 0 AND 99), -- how many each unit of that level should have; 0: as it comes
  rank     INTEGER NOT NULL DEFAULT 0        -- order in lists
) STRICT;

CREATE TABLE person (                        -- व्यक्ति; no Aadhaar, ever
  id       INTEGER PRIMARY KEY,
  name_hi  TEXT,
  name_en  TEXT,
  gender   TEXT    CHECK (gender IN ('female', 'male', 'other')),
  social   TEXT    CHECK (social IN ('sc', 'st', 'other')),
  mobile   TEXT    CHECK (length (mobile) = 10 AND mobile NOT GLOB '*[^0-9]*' AND mobile >= '6'),
  email    TEXT,
  guardian TEXT,                             -- पिता / पति का नाम
  photo    BLOB    CHECK (length (photo) = 32), -- names a blob
  consent  INTEGER NOT NULL DEFAULT 0 CHECK (consent IN (0, 1)),
  remark   TEXT,
  CHECK (name_hi IS NOT NULL OR name_en IS NOT NULL)
) STRICT;

CREATE TABLE posting (                       -- पदस्थापना
  id       INTEGER PRIMARY KEY,
  person   INTEGER NOT NULL REFERENCES person (id),
  post     INTEGER NOT NULL REFERENCES post (id),
  unit     INTEGER NOT NULL REFERENCES unit (id),
  from_day TEXT    CHECK (from_day IS date (from_day)),
  to_day   TEXT    CHECK (to_day IS date (to_day)),
  charge   TEXT    NOT NULL DEFAULT 'main' CHECK (charge IN ('main', 'additional')), -- मूल / अतिरिक्त प्रभार
  order_no TEXT,
  CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day)
) STRICT;
CREATE INDEX posting_unit ON posting (unit, post);
CREATE INDEX posting_person ON posting (person);

CREATE TABLE venue (                         -- प्रशिक्षण स्थल
  id        INTEGER PRIMARY KEY,
  name_hi   TEXT,
  name_en   TEXT,
  unit      INTEGER NOT NULL REFERENCES unit (id), -- the GP, block or district where it stands
  capacity  INTEGER CHECK (capacity BETWEEN 10 AND 500),
  halls     INTEGER NOT NULL DEFAULT 1 CHECK (halls BETWEEN 1 AND 50),
  projector INTEGER NOT NULL DEFAULT 0 CHECK (projector IN (0, 1)),
  toilet    INTEGER NOT NULL DEFAULT 0 CHECK (toilet IN (0, 1)),
  lat       REAL    CHECK (lat BETWEEN 6 AND 38),
  lon       REAL    CHECK (lon BETWEEN 68 AND 98),
  contact   TEXT,
  mobile    TEXT    CHECK (length (mobile) = 10 AND mobile NOT GLOB '*[^0-9]*' AND mobile >= '6'),
  remark    TEXT,
  CHECK (name_hi IS NOT NULL OR name_en IS NOT NULL),
  CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT;
CREATE INDEX venue_unit ON venue (unit);

CREATE TABLE holiday (                       -- अवकाश
  id         INTEGER PRIMARY KEY,
  day        TEXT    NOT NULL CHECK (day IS date (day)),
  name_hi    TEXT,
  name_en    TEXT,
  class      TEXT    NOT NULL CHECK (class IN ('public', 'general', 'optional', 'local', 'treasury')),
  state_code TEXT    NOT NULL DEFAULT '',    -- '' for all states
  district   INTEGER REFERENCES unit (id),   -- for local ones
  source     TEXT,
  order_no   TEXT,                           -- the notification that confirms it
  verified   INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
  CHECK (name_hi IS NOT NULL OR name_en IS NOT NULL),
  CHECK ((class = 'local') = (district IS NOT NULL))
) STRICT;
CREATE INDEX holiday_day ON holiday (day);
CREATE INDEX holiday_district ON holiday (district);

CREATE TABLE blackout (                      -- निषिद्ध अवधि
  id       INTEGER PRIMARY KEY,
  unit     INTEGER NOT NULL REFERENCES unit (id),
  from_day TEXT    NOT NULL CHECK (from_day IS date (from_day)),
  to_day   TEXT    NOT NULL CHECK (to_day IS date (to_day)),
  reason   TEXT    NOT NULL CHECK (reason IN ('election', 'fair', 'code', 'monsoon', 'harvest', 'exam', 'other')),
  hard     INTEGER NOT NULL DEFAULT 1 CHECK (hard IN (0, 1)),
  remark   TEXT,
  CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX blackout_unit ON blackout (unit);
