/* patal-course-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-course-row.h"
#include "patal-label.h"
#include "patal-post.h"
#include "patal-subject.h"
#include "patal-text.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
const PatalImportField patal_course_fields[PATAL_COURSE_N_FIELDS] = {
  [PATAL_COURSE_FIELD_CODE] = { "code", N_("Course code"),
    WORDS ("code", "कोड", "पाठ्यक्रम कोड", "course code", "course"), PATAL_FIELD_TEXT },
  [PATAL_COURSE_FIELD_NAME_HI] = { "name_hi", N_("Course (Hindi)"),
    WORDS ("name_hi", "पाठ्यक्रम", "पाठ्यक्रम का नाम", "प्रशिक्षण का नाम", "नाम"),
                                   PATAL_FIELD_NAME },
  [PATAL_COURSE_FIELD_NAME_EN] = { "name_en", N_("Course (English)"),
    WORDS ("name_en", "name", "course name", "name of course", "training"),
                                   PATAL_FIELD_TEXT },
  [PATAL_COURSE_FIELD_CATEGORY] = { "category", N_("Training category"),
    WORDS ("category", "प्रशिक्षण श्रेणी", "श्रेणी", "training category"),
                                    PATAL_FIELD_NAME },
  [PATAL_COURSE_FIELD_LEVEL] = { "level", N_("Level"),
    WORDS ("level", "स्तर", "venue level"), PATAL_FIELD_NAME },
  [PATAL_COURSE_FIELD_MODE] = { "mode", N_("Mode of training"),
    WORDS ("mode", "प्रशिक्षण का माध्यम", "माध्यम", "mode of training"), PATAL_FIELD_NAME },
  [PATAL_COURSE_FIELD_POSTS] = { "posts", N_("Target group"),
    WORDS ("posts", "लक्ष्य समूह", "पद", "target group", "post"), PATAL_FIELD_NAME },
  [PATAL_COURSE_FIELD_BATCH_MIN] = { "batch_min", N_("People of a batch, at least"),
    WORDS ("batch_min", "न्यूनतम प्रतिभागी", "at least"),
                                     PATAL_FIELD_NUMBER },
  [PATAL_COURSE_FIELD_BATCH_MAX] = { "batch_max", N_("People of a batch, at most"),
    WORDS ("batch_max", "अधिकतम प्रतिभागी", "बैच आकार", "batch size",
    "at most"), PATAL_FIELD_NUMBER },
  [PATAL_COURSE_FIELD_MODULE] = { "module", N_("Module"),
    WORDS ("module", "मॉड्यूल", "माड्यूल", "module name"), PATAL_FIELD_NAME },
  [PATAL_COURSE_FIELD_DAYS] = { "days", N_("Days of the module"),
    WORDS ("days", "दिवस", "दिवसों की संख्या", "number of days"), PATAL_FIELD_NUMBER },
  [PATAL_COURSE_FIELD_TEAM] = { "team", N_("Trainers of a batch"),
    WORDS ("team", "प्रशिक्षक संख्या", "मास्टर ट्रेनर संख्या", "trainers"),
                                PATAL_FIELD_NUMBER },
  [PATAL_COURSE_FIELD_MARKS] = { "marks", N_("Marks of the tests"),
    WORDS ("marks", "पूर्णांक", "अंक", "max marks"), PATAL_FIELD_NUMBER },
  [PATAL_COURSE_FIELD_SUBJECTS] = { "subjects", N_("Activity"),
    WORDS ("subjects", "गतिविधि", "विषय", "प्रशिक्षण विषय", "activities", "activity",
    "subject"), PATAL_FIELD_NAME },
  [PATAL_COURSE_FIELD_DAY] = { "day", N_("Day of the session"),
    WORDS ("day", "दिन", "दिवस क्र.", "day no"), PATAL_FIELD_NUMBER },
  [PATAL_COURSE_FIELD_FROM] = { "from", N_("Session from"),
    WORDS ("from", "समय से", "से", "start", "from time"), PATAL_FIELD_TEXT },
  [PATAL_COURSE_FIELD_TO] = { "to", N_("Session to"),
    WORDS ("to", "समय तक", "तक", "end", "to time"), PATAL_FIELD_TEXT },
  [PATAL_COURSE_FIELD_TOPIC_HI] = { "topic_hi", N_("Topic (Hindi)"),
    WORDS ("topic_hi", "सत्र", "सत्र का विषय"), PATAL_FIELD_NAME },
  [PATAL_COURSE_FIELD_TOPIC_EN] = { "topic_en", N_("Topic (English)"),
    WORDS ("topic_en", "topic", "session"), PATAL_FIELD_TEXT },
};

typedef struct { const char *words; int value; } Meaning;

static const Meaning categories[] = {
  { "basic|basic orientation|orientation|आधारभूत|आधारभूत प्रशिक्षण|बुनियादी|उन्मुखीकरण", PATAL_COURSE_BASIC },
  { "refresher|पुनश्चर्या|रिफ्रेशर|पुनश्चर्या प्रशिक्षण", PATAL_COURSE_REFRESHER },
  { "thematic|विषयगत|विषय आधारित|थीमेटिक", PATAL_COURSE_THEMATIC },
  { "trainers|training of trainers|tot|प्रशिक्षक प्रशिक्षण|प्रशिक्षकों का प्रशिक्षण|टी.ओ.टी.", PATAL_COURSE_TRAINERS },
  { "exposure|exposure visit|visit|एक्सपोजर विजिट|एक्सपोजर|भ्रमण", PATAL_COURSE_EXPOSURE },
};
static const Meaning levels[] = {
  { "state|राज्य|राज्य स्तर|राज्य स्तरीय", PATAL_COURSE_STATE },
  { "district|जिला|जिला स्तर|जिला स्तरीय", PATAL_COURSE_DISTRICT },
  { "block|विकासखण्ड|विकासखण्ड स्तरीय|ब्लॉक|जनपद", PATAL_COURSE_BLOCK },
  { "cluster|क्लस्टर|क्लस्टर स्तरीय|संकुल", PATAL_COURSE_CLUSTER },
};
static const Meaning modes[] = {
  { "classroom|in a classroom|offline|कक्षा|कक्षा में|प्रत्यक्ष", PATAL_MODE_CLASSROOM },
  { "online|ऑनलाइन|वर्चुअल|virtual", PATAL_MODE_ONLINE },
  { "visit|भ्रमण|एक्सपोजर विजिट|exposure visit", PATAL_MODE_VISIT },
};

static gboolean
read_meaning (const char *text, const Meaning *meanings, gsize n, int *out)
{
  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) words = g_strsplit (meanings[i].words, "|", -1);

      if (patal_training_names ((const char *const *) words, g_strv_length (words), text))
        {
          *out = meanings[i].value;
          return TRUE;
        }
    }
  return FALSE;
}

typedef struct
{
  const char *const *cells;
  PatalCourse       *course;
  GPtrArray         *subjects;
  int                module; /* place of the one of the row above; -1: none */
  gboolean           changed;
  int                field;
  char              *reason;
} Taking;

static gboolean
refuse (Taking *t, int field, const char *sentence)
{
  t->field = field;
  t->reason = g_strdup (sentence);
  return FALSE;
}

static gboolean
refuse_word (Taking *t, int field, const char *msgid, const char *word)
{
  t->field = field;
  t->reason = patal_label_text (PATAL_LABEL (msgid, word), NULL);
  return FALSE;
}

static void
take_text (Taking *t, int field, char **text)
{
  const char *said = t->cells[field];

  if (said == NULL || g_strcmp0 (*text, said) == 0)
    return;
  g_free (*text);
  *text = g_strdup (said);
  t->changed = TRUE;
}

static void
take_int (Taking *t, int *number, int said)
{
  t->changed = t->changed || *number != said;
  *number = said;
}

static int
number_of (const char *cell)
{
  return (int) CLAMP (g_ascii_strtoll (cell, NULL, 10), -1, G_MAXINT16); /* beyond that it is refused */
}

static void
take_number (Taking *t, int field, int *number)
{
  if (t->cells[field] != NULL)
    take_int (t, number, number_of (t->cells[field]));
}

/* A name under the heading of the other language is that of its own script. */
static void
take_names (Taking *t, int hi, int en, char *names[2])
{
  const char *const *cells = t->cells;

  if (cells[hi] != NULL && cells[en] == NULL && !patal_text_has_devanagari (cells[hi]))
    {
      if (g_strcmp0 (names[PATAL_LANG_EN], cells[hi]) == 0)
        return;
      g_free (names[PATAL_LANG_EN]);
      names[PATAL_LANG_EN] = g_strdup (cells[hi]);
      t->changed = TRUE;
      return;
    }
  take_text (t, hi, &names[PATAL_LANG_HI]);
  take_text (t, en, &names[PATAL_LANG_EN]);
}

GStrv
patal_course_row_words (const char *cell)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*[,;/|+]\\s*", cell, 0, 0);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (!patal_training_is_blank (parts[i]))
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

int
patal_course_row_minute (const char *text)
{
  g_autofree char *ascii = patal_text_ascii_digits (text);
  g_autoptr (GRegex) shape = g_regex_new ("^(\\d{1,2})(?:[:.]?(\\d\\d))?\\s*([AaPp])?\\.?[Mm]?\\.?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hours = NULL, *minutes = NULL, *half = NULL;
  int hour, minute;

  if (!g_regex_match (shape, ascii, 0, &match))
    return -1;
  hours = g_match_info_fetch (match, 1);
  minutes = g_match_info_fetch (match, 2);
  half = g_match_info_fetch (match, 3);
  hour = atoi (hours);
  minute = minutes != NULL ? atoi (minutes) : 0;
  if (half != NULL && *half != '\0')
    {
      if (hour < 1 || hour > 12)
        return -1;
      hour = hour % 12 + (g_ascii_tolower (*half) == 'p' ? 12 : 0);
    }
  return hour * 60 + minute <= 24 * 60 && minute < 60 ? hour * 60 + minute : -1;
}

/* ---- the course ---- */

static gboolean
take_meaning (Taking *t, int field, const Meaning *meanings, gsize n, int *value)
{
  int said;

  if (t->cells[field] == NULL)
    return TRUE;
  if (!read_meaning (t->cells[field], meanings, n, &said))
    return refuse_word (t, field, N_("“{1}” is none of the words that can stand here"), t->cells[field]);
  take_int (t, value, said);
  return TRUE;
}

static gboolean
take_kinds (Taking *t)
{
  PatalCourse *course = t->course;
  int category = (int) course->category, level = (int) course->level, mode = (int) course->mode;

  if (!take_meaning (t, PATAL_COURSE_FIELD_CATEGORY, categories, G_N_ELEMENTS (categories), &category)
      || !take_meaning (t, PATAL_COURSE_FIELD_LEVEL, levels, G_N_ELEMENTS (levels), &level)
      || !take_meaning (t, PATAL_COURSE_FIELD_MODE, modes, G_N_ELEMENTS (modes), &mode))
    return FALSE;
  course->category = (PatalCourseCategory) category;
  course->level = (PatalCourseLevel) level;
  course->mode = (PatalCourseMode) mode;
  return TRUE;
}

static gboolean
same_posts (const GPtrArray *ours, const GPtrArray *theirs)
{
  for (guint i = 0; i < theirs->len; i++)
    if (!g_ptr_array_find_with_equal_func ((GPtrArray *) ours, g_ptr_array_index (theirs, i), g_str_equal, NULL))
      return FALSE;
  return ours->len == theirs->len;
}

/* Whatever the cell names is the whole target group. */
static gboolean
take_posts (Taking *t)
{
  const char *cell = t->cells[PATAL_COURSE_FIELD_POSTS];
  g_auto (GStrv) words = cell != NULL ? patal_course_row_words (cell) : NULL;
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func (g_free);

  if (cell == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *code = patal_post_code_of_word (words[i]);

      if (code == NULL)
        return refuse_word (t, PATAL_COURSE_FIELD_POSTS, N_("“{1}” names no post"), words[i]);
      if (!g_ptr_array_find_with_equal_func (posts, code, g_str_equal, NULL))
        g_ptr_array_add (posts, g_strdup (code));
    }
  if (same_posts (t->course->posts, posts))
    return TRUE;
  g_ptr_array_unref (t->course->posts);
  t->course->posts = g_steal_pointer (&posts);
  t->changed = TRUE;
  return TRUE;
}

/* ---- its modules ---- */

static PatalModule *
add_module (Taking *t, const char *name)
{
  PatalModule *module = patal_module_new ();
  PatalLang lang = patal_text_has_devanagari (name) ? PATAL_LANG_HI : PATAL_LANG_EN;

  module->names[lang] = g_strdup (name);
  g_ptr_array_add (t->course->modules, module);
  t->changed = TRUE;
  return module;
}

/* The one that the row names, else that of the row above, else the last; of a course that has none the only one, called as the course. */
static PatalModule *
module_of (Taking *t)
{
  GPtrArray *modules = t->course->modules;
  const char *name = t->cells[PATAL_COURSE_FIELD_MODULE];
  int place = t->module >= 0 ? t->module : (int) modules->len - 1;

  for (guint i = 0; name != NULL && i < modules->len; i++)
    {
      PatalModule *module = g_ptr_array_index (modules, i);

      if (!patal_training_names ((const char *const *) module->names, 2, name))
        continue;
      t->module = (int) i;
      return module;
    }
  if (name == NULL && place >= 0)
    return g_ptr_array_index (modules, place);
  if (name == NULL)
    name = patal_training_name (t->course->names, NULL);
  t->module = (int) modules->len;
  return add_module (t, name != NULL ? name : t->course->code);
}

/* A subject that the file does not know is added with it: the word is its code and its name. */
static gint64
subject_of (Taking *t, const char *word)
{
  const PatalSubject *known = patal_subject_among (t->subjects, word);
  PatalSubject *subject;

  if (known != NULL)
    return known->id;
  subject = g_new0 (PatalSubject, 1);
  subject->id = -1 - (gint64) t->subjects->len;
  subject->code = g_strdup (word);
  subject->names[patal_text_has_devanagari (word) ? PATAL_LANG_HI : PATAL_LANG_EN] = g_strdup (word);
  subject->in_use = TRUE;
  g_ptr_array_add (t->subjects, subject);
  return subject->id;
}

static void
take_subjects (Taking *t, PatalModule *module)
{
  const char *cell = t->cells[PATAL_COURSE_FIELD_SUBJECTS];
  g_auto (GStrv) words = cell != NULL ? patal_course_row_words (cell) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      gint64 subject = subject_of (t, words[i]);

      if (patal_training_has (module->subjects, subject))
        continue;
      g_array_append_val (module->subjects, subject);
      t->changed = TRUE;
    }
}

static PatalSession *
session_at (PatalModule *module, int day, int from)
{
  PatalSession *session;

  for (guint i = 0; i < module->sessions->len; i++)
    {
      session = g_ptr_array_index (module->sessions, i);
      if (session->day_no == day && session->from_minute == from)
        return session;
    }
  session = g_new0 (PatalSession, 1);
  session->day_no = day;
  session->from_minute = from;
  g_ptr_array_add (module->sessions, session);
  return session;
}

static gboolean
take_session (Taking *t, PatalModule *module)
{
  const char *const *cells = t->cells;
  int from = cells[PATAL_COURSE_FIELD_FROM] != NULL ? patal_course_row_minute (cells[PATAL_COURSE_FIELD_FROM]) : 0;
  int to = cells[PATAL_COURSE_FIELD_TO] != NULL ? patal_course_row_minute (cells[PATAL_COURSE_FIELD_TO]) : 0;
  int day = cells[PATAL_COURSE_FIELD_DAY] != NULL ? number_of (cells[PATAL_COURSE_FIELD_DAY]) : 1;
  PatalSession *session;

  if (cells[PATAL_COURSE_FIELD_FROM] == NULL && cells[PATAL_COURSE_FIELD_TO] == NULL && cells[PATAL_COURSE_FIELD_TOPIC_HI] == NULL
      && cells[PATAL_COURSE_FIELD_TOPIC_EN] == NULL)
    return TRUE;
  if (cells[PATAL_COURSE_FIELD_FROM] == NULL || from < 0)
    return refuse (t, PATAL_COURSE_FIELD_FROM, _("Write when the session begins, like 10:00"));
  if (cells[PATAL_COURSE_FIELD_TO] == NULL || to < 0)
    return refuse (t, PATAL_COURSE_FIELD_TO, _("Write when the session ends, like 13:00"));
  session = session_at (module, day, from);
  take_int (t, &session->to_minute, to);
  take_names (t, PATAL_COURSE_FIELD_TOPIC_HI, PATAL_COURSE_FIELD_TOPIC_EN, session->topics);
  if (cells[PATAL_COURSE_FIELD_DAYS] == NULL && module->id == 0)
    module->days = MAX (module->days, day);
  return TRUE;
}

static gboolean
take_all (Taking *t)
{
  PatalModule *module;

  take_names (t, PATAL_COURSE_FIELD_NAME_HI, PATAL_COURSE_FIELD_NAME_EN, t->course->names);
  if (!take_kinds (t) || !take_posts (t))
    return FALSE;
  take_number (t, PATAL_COURSE_FIELD_BATCH_MIN, &t->course->batch_min);
  take_number (t, PATAL_COURSE_FIELD_BATCH_MAX, &t->course->batch_max);
  module = module_of (t);
  take_number (t, PATAL_COURSE_FIELD_DAYS, &module->days);
  take_number (t, PATAL_COURSE_FIELD_TEAM, &module->team);
  take_number (t, PATAL_COURSE_FIELD_MARKS, &module->marks);
  take_subjects (t, module);
  return take_session (t, module);
}

gboolean
patal_course_row_take (const char *const *cells, PatalCourse *course, int *module, GPtrArray *subjects, gboolean *changed, int *field,
                       char **reason)
{
  Taking taking = { .cells = cells, .course = course, .subjects = subjects, .module = *module };
  gboolean taken = take_all (&taking);

  *module = taking.module;
  *changed = taking.changed;
  *field = taking.field;
  *reason = taking.reason;
  return taken;
}
