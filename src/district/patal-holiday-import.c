/* patal-holiday-import.c: holidays out of lists: of the state, of the collector, of all India
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-holiday-private.h"
#include "patal-contact.h"
#include "patal-label.h"
#include "patal-pack.h"
#include "patal-text.h"
#include "patal-unit-finder.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* A list printed before the moon was seen may err by so many days. */
#define MOVED_DAYS 3
#define ALL_STATES ""

enum { DAY, NAME_HI, NAME_EN, CLASS, SCOPE, DISTRICT, ESTIMATED, ORDER_NO, SOURCE, N_FIELDS };

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
static const PatalImportField fields[N_FIELDS] = {
  [DAY] = { "date", N_("Date"), WORDS ("date", "दिनांक", "तारीख", "तिथि", "अवकाश दिनांक", "अवकाश का दिनांक", "अवकाश की तिथि", "holiday date", "day"),
            PATAL_FIELD_DAY },
  [NAME_HI] = { "name_hi", N_("Name (Hindi)"), WORDS ("name_hi", "अवकाश का नाम", "अवकाश", "नाम", "त्योहार", "त्यौहार", "पर्व", "अवसर",
                "पर्व का नाम", "त्यौहार का नाम", "विवरण"), PATAL_FIELD_NAME },
  [NAME_EN] = { "name_en", N_("Name (English)"), WORDS ("name_en", "name", "holiday", "holiday name", "name of holiday", "occasion",
                "festival"), PATAL_FIELD_TEXT },
  [CLASS] = { "category", N_("Class"), WORDS ("category", "class", "type", "kind", "प्रकार", "श्रेणी", "अवकाश का प्रकार", "वर्ग"), PATAL_FIELD_NAME },
  [SCOPE] = { "scope", N_("State"), WORDS ("scope", "state", "states", "राज्य"), PATAL_FIELD_NAME },
  [DISTRICT] = { "district", N_("District"), WORDS ("district", "जिला", "district name", "जिले का नाम"), PATAL_FIELD_NAME },
  [ESTIMATED] = { "estimated", N_("Estimated"), WORDS ("estimated", "अनुमानित", "tentative", "संभावित"), PATAL_FIELD_TEXT },
  [ORDER_NO] = { "order_no", N_("Order number"), WORDS ("order_no", "order number", "notification", "notification no", "आदेश क्रमांक",
                 "आदेश क्र", "अधिसूचना क्रमांक", "अधिसूचना"), PATAL_FIELD_TEXT },
  [SOURCE] = { "source", N_("Source"), WORDS ("source", "स्रोत"), PATAL_FIELD_TEXT },
};

typedef struct /* a holiday of the file, or of an earlier row */
{
  gint64            id;    /* 0: not in the file (yet) */
  guint             row;   /* G_MAXUINT: of the file */
  PatalDay          day;
  char             *name_hi, *name_en;
  PatalHolidayClass klass;
  const char       *scope; /* interned: a state's code, or ALL_STATES */
  gint64            district;
  gboolean          verified;
} Known;

typedef struct /* what one row says */
{
  PatalDay          day;
  const char       *name_hi, *name_en;
  const char       *order_no; /* (nullable): that confirms it */
  PatalHolidayClass klass;
  gint64            district;
  gboolean          estimated;
} Said;

typedef enum { ACT_NONE, ACT_INSERT, ACT_CHANGE, ACT_ASK } Act;
typedef struct /* for each scope of a row */
{
  Act         act;
  guint       known;  /* CHANGE: which; ASK: what it may be; INSERT: what it becomes */
  const char *scope;
} Step;

typedef struct
{
  PatalUnitFinder *finder;
  GPtrArray       *states;     /* of interned LGD codes: the file's own */
  GArray          *known;      /* of Known */
  GHashTable      *by_day;     /* PatalDay → GArray of guint */
  GHashTable      *steps;      /* row → GArray of Step */
  gboolean         has_scopes; /* the source has a column for the state */
} Job;

static void
known_clear (gpointer data)
{
  Known *known = data;

  g_free (known->name_hi);
  g_free (known->name_en);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job == NULL)
    return;
  patal_unit_finder_free (job->finder);
  g_ptr_array_unref (job->states);
  g_array_unref (job->known);
  g_hash_table_unref (job->by_day);
  g_hash_table_unref (job->steps);
  g_free (job);
}

static Known *
known_at (Job *job, guint index)
{
  return &g_array_index (job->known, Known, index);
}

static guint
remember (Job *job, const Known *known)
{
  GArray *of_day = g_hash_table_lookup (job->by_day, GINT_TO_POINTER (known->day));
  guint index = job->known->len;

  if (of_day == NULL)
    {
      of_day = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (job->by_day, GINT_TO_POINTER (known->day), of_day);
    }
  g_array_append_val (job->known, *known);
  g_array_append_val (of_day, index);
  return index;
}

static gboolean
read_known (Job *job, PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, day, name_hi, name_en, class, state_code, district, verified FROM holiday", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    remember (job, &(Known) {
      .id = patal_rows_int (&rows, 0),
      .row = G_MAXUINT,
      .day = patal_day_from_iso (patal_rows_text (&rows, 1)),
      .name_hi = g_strdup (patal_rows_text (&rows, 2)),
      .name_en = g_strdup (patal_rows_text (&rows, 3)),
      .klass = patal_holiday_class_of_id (patal_rows_text (&rows, 4)),
      .scope = g_intern_string (patal_rows_text (&rows, 5)),
      .district = patal_rows_int (&rows, 6),
      .verified = patal_rows_int (&rows, 7) != 0,
    });
  return patal_rows_finish (&rows, error);
}

static gboolean
read_states (Job *job, PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT lgd_code FROM unit WHERE level = 'state' AND lgd_code IS NOT NULL", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    g_ptr_array_add (job->states, (gpointer) g_intern_string (patal_rows_text (&rows, 0)));
  return patal_rows_finish (&rows, error);
}

static gpointer
begin (PatalDb *db, const gboolean *mapped, GError **error)
{
  Job *job;

  if (!mapped[DAY] || (!mapped[NAME_HI] && !mapped[NAME_EN]))
    {
      g_set_error_literal (error, PATAL_HOLIDAY_ERROR,
                           mapped[DAY] ? PATAL_HOLIDAY_ERROR_NAME : PATAL_HOLIDAY_ERROR_DAY,
                           _("A list of holidays needs a column with the date and one with the name"));
      return NULL;
    }
  job = g_new0 (Job, 1);
  job->states = g_ptr_array_new ();
  job->known = g_array_new (FALSE, FALSE, sizeof (Known));
  g_array_set_clear_func (job->known, known_clear);
  job->by_day = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  job->steps = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  job->has_scopes = mapped[SCOPE];
  job->finder = patal_unit_finder_new (db, error);
  if (job->finder != NULL && read_states (job, db, error) && read_known (job, db, error))
    return job;
  job_free (job);
  return NULL;
}

static void
refuse (PatalVerdict *verdict, int field, char *reason)
{
  verdict->fate = PATAL_FATE_REFUSED;
  verdict->field = field;
  verdict->reason = reason;
}

/* A class in words, alone or before अवकाश. */
static gboolean
read_class (const char *text, PatalHolidayClass *out)
{
  static const struct { const char *word; PatalHolidayClass klass; } words[] = {
    { "public", PATAL_HOLIDAY_PUBLIC }, { "gazetted", PATAL_HOLIDAY_PUBLIC }, { "सार्वजनिक", PATAL_HOLIDAY_PUBLIC },
    { "राजपत्रित", PATAL_HOLIDAY_PUBLIC }, { "national", PATAL_HOLIDAY_PUBLIC }, { "राष्ट्रीय", PATAL_HOLIDAY_PUBLIC },
    { "general", PATAL_HOLIDAY_GENERAL }, { "सामान्य", PATAL_HOLIDAY_GENERAL }, { "optional", PATAL_HOLIDAY_OPTIONAL },
    { "restricted", PATAL_HOLIDAY_OPTIONAL }, { "rh", PATAL_HOLIDAY_OPTIONAL }, { "ऐच्छिक", PATAL_HOLIDAY_OPTIONAL },
    { "एच्छिक", PATAL_HOLIDAY_OPTIONAL }, { "वैकल्पिक", PATAL_HOLIDAY_OPTIONAL }, { "निर्बंधित", PATAL_HOLIDAY_OPTIONAL },
    { "local", PATAL_HOLIDAY_LOCAL }, { "स्थानीय", PATAL_HOLIDAY_LOCAL }, { "treasury", PATAL_HOLIDAY_TREASURY },
    { "bank", PATAL_HOLIDAY_TREASURY }, { "कोषालय", PATAL_HOLIDAY_TREASURY }, { "बैंक", PATAL_HOLIDAY_TREASURY },
  };
  g_autofree char *folded = patal_text_fold (text, PATAL_FOLD_SEARCH);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = patal_text_fold (words[i].word, PATAL_FOLD_SEARCH);

      if (g_str_has_prefix (folded, word) && strchr (" ", folded[strlen (word)]) != NULL)
        {
          *out = words[i].klass;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_all (const char *token)
{
  static const char *const words[] = { "all", "india", "all india", "national", "central", "centre", "सभी", "समस्त", "भारत", "केन्द्र", "राष्ट्रीय" };
  g_autofree char *folded = patal_text_fold (token, PATAL_FOLD_MATCH);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = patal_text_fold (words[i], PATAL_FOLD_MATCH);

      if (g_str_equal (folded, word))
        return TRUE;
    }
  return FALSE;
}

/* Abbreviations that were official once, or are another list's. */
static const PatalPackState *
find_state (const char *token)
{
  static const char *const other[][2] = { { "TS", "TG" }, { "OR", "OD" }, { "CT", "CG" }, { "UT", "UK" }, { "UA", "UK" }, { "DN", "DD" } };

  for (gsize i = 0; i < G_N_ELEMENTS (other); i++)
    if (g_ascii_strcasecmp (token, other[i][0]) == 0)
      return patal_pack_find_state (other[i][1]);
  return patal_pack_find_state (token);
}

/* The scopes that @text names ("CG", "GJ;MH", "ALL") and that concern the file, each once; NULL when a word is no state: *@odd then. A list without a
 * column for states is one of the file's own state. */
static GPtrArray *
read_scopes (Job *job, const char *text, char **odd)
{
  g_autoptr (GPtrArray) scopes = g_ptr_array_new ();
  g_auto (GStrv) tokens = NULL;

  if (text == NULL)
    {
      gboolean own = !job->has_scopes && job->states->len == 1;

      g_ptr_array_add (scopes,
                       own ? g_ptr_array_index (job->states, 0) : (gpointer) g_intern_string (ALL_STATES));
      return g_steal_pointer (&scopes);
    }
  tokens = g_strsplit_set (text, ";,/", -1);
  for (guint i = 0; tokens[i] != NULL; i++)
    {
      const char *token = g_strstrip (tokens[i]);
      const PatalPackState *state = is_all (token) ? NULL : find_state (token);
      const char *scope = g_intern_string (state != NULL ? state->lgd_code : ALL_STATES);

      if (*token == '\0')
        continue;
      if (state == NULL && !is_all (token))
        {
          *odd = g_strdup (token);
          return NULL;
        }
      /* A file without states may get any of them later. */
      if ((state == NULL || job->states->len == 0 || g_ptr_array_find (job->states, scope, NULL))
          && !g_ptr_array_find (scopes, scope, NULL))
        g_ptr_array_add (scopes, (gpointer) scope);
    }
  return g_steal_pointer (&scopes);
}

static gboolean
is_yes (const char *text)
{
  g_autofree char *folded = patal_text_fold (text, PATAL_FOLD_MATCH);

  return *folded != '\0' && !g_str_equal (folded, "0") && !g_str_equal (folded, "no") && !g_str_equal (folded, "false")
         && !g_str_equal (folded, "नहीं");
}

static gboolean
read_district (Job *job, const char *const *cells, Said *said, PatalVerdict *verdict)
{
  PatalUnitWords words[PATAL_N_LEVELS] = { [PATAL_LEVEL_DISTRICT] = { .names = { cells[DISTRICT] } } };
  PatalUnitMatch match;

  if (cells[DISTRICT] != NULL && cells[CLASS] == NULL)
    said->klass = PATAL_HOLIDAY_LOCAL;
  if (said->klass != PATAL_HOLIDAY_LOCAL)
    return TRUE;
  match = patal_unit_finder_find (job->finder, words, PATAL_LEVEL_DISTRICT);
  said->district = match.unsure ? 0 : match.unit;
  if (said->district == 0)
    refuse (verdict, DISTRICT, g_steal_pointer (&match.reason));
  g_free (match.reason);
  return said->district != 0;
}

/* Our own report writes a word where no order confirms a holiday. */
static gboolean
is_unverified (const char *text)
{
  static const char *const words[] = { "unverified", "असत्यापित" };
  g_autofree char *folded = patal_text_fold (text, PATAL_FOLD_MATCH);
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (words) && !found; i++)
    {
      g_autofree char *word = patal_text_fold (words[i], PATAL_FOLD_MATCH);

      found = g_str_equal (folded, word);
    }
  return found;
}

/* What the cells say by themselves. FALSE: refused. */
static gboolean
read_row (Job *job, const char *const *cells, Said *said, PatalVerdict *verdict)
{
  const int texts[] = { NAME_HI, NAME_EN, ORDER_NO, SOURCE };

  *said = (Said) { .day = patal_day_from_iso (cells[DAY]),
                  .name_hi = cells[NAME_HI],
                  .name_en = cells[NAME_EN],
                  .order_no = cells[ORDER_NO] != NULL && !is_unverified (cells[ORDER_NO]) ? cells[ORDER_NO] : NULL,
                  .klass = PATAL_HOLIDAY_GENERAL,
                  .estimated = cells[ESTIMATED] != NULL && is_yes (cells[ESTIMATED]) };
  if (said->name_hi != NULL && said->name_en == NULL && !patal_text_has_devanagari (said->name_hi))
    {
      said->name_en = said->name_hi; /* "अवकाश: Holi" */
      said->name_hi = NULL;
    }
  if (said->day == PATAL_DAY_NONE)
    refuse (verdict, DAY, g_strdup (_("Say on which day the holiday is")));
  else if (said->name_hi == NULL && said->name_en == NULL)
    refuse (verdict, NAME_HI, g_strdup (_("A holiday needs a name, in Hindi or in English")));
  else if (cells[CLASS] != NULL && !read_class (cells[CLASS], &said->klass))
    refuse (verdict, CLASS, g_strdup (_("The class is public, general, optional, local or treasury")));
  else if (read_district (job, cells, said, verdict))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          g_autoptr (GError) error = NULL;

          if (!patal_contact_no_aadhaar (cells[texts[i]], &error))
            {
              refuse (verdict, texts[i], g_strdup (error->message));
              return FALSE;
            }
        }
      return TRUE;
    }
  return FALSE;
}

static gboolean
sounds_same (const Known *known, const Said *said)
{
  const char *ours = known->name_hi != NULL ? known->name_hi : known->name_en;
  const char *theirs = said->name_hi != NULL ? said->name_hi : said->name_en;
  g_autofree char *a = patal_text_phonetic (ours), *b = patal_text_phonetic (theirs);

  return *a != '\0' && g_str_equal (a, b);
}

typedef enum { SAME_NAME, SAME_SOUND } Likeness;

/* A holiday of @day that has the name; in exactly @scope, or, where that is NULL, in one that means the same
   days in this file. */
static guint
find_known (Job *job, const Said *said, PatalDay day, const char *scope, Likeness likeness)
{
  GArray *of_day = g_hash_table_lookup (job->by_day, GINT_TO_POINTER (day));

  for (guint i = 0; of_day != NULL && i < of_day->len; i++)
    {
      guint index = g_array_index (of_day, guint, i);
      const Known *known = known_at (job, index);

      if (known->district != said->district || (scope != NULL && known->scope != scope))
        continue;
      if (likeness == SAME_NAME
              ? patal_holiday_same_name (known->name_hi, known->name_en, said->name_hi, said->name_en)
              : sounds_same (known, said))
        return index;
    }
  return G_MAXUINT;
}

/* In a file of one state "all states" and "this state" are the same days: what is as strong already adds
   nothing. */
static gboolean
is_covered (Job *job, const Said *said)
{
  guint index = job->states->len == 1 ? find_known (job, said, said->day, NULL, SAME_NAME) : G_MAXUINT;

  return index != G_MAXUINT
         && patal_holiday_class_effect (known_at (job, index)->klass)
                >= patal_holiday_class_effect (said->klass);
}

/* An unconfirmed holiday of the file that a newer list has on a day nearby. */
static guint
find_moved (Job *job, const Said *said, const char *scope)
{
  for (int shift = 1; shift <= MOVED_DAYS; shift++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        guint index = find_known (job, said, said->day + sign * shift, scope, SAME_NAME);

        if (index != G_MAXUINT && known_at (job, index)->row == G_MAXUINT && !known_at (job, index)->verified)
          return index;
      }
  return G_MAXUINT;
}

static gboolean
adds_to (const Known *known, const Said *said)
{
  return known->klass != said->klass || (known->name_hi == NULL && said->name_hi != NULL)
         || (known->name_en == NULL && said->name_en != NULL)
         || (!known->verified && said->order_no != NULL);
}

static void
ask (Job *job, PatalVerdict *verdict, guint index, int field, char *reason)
{
  const Known *known = known_at (job, index);

  if (verdict->fate == PATAL_FATE_DOUBTFUL)
    {
      g_free (reason);
      return;
    }
  verdict->fate = PATAL_FATE_DOUBTFUL;
  verdict->candidate = known->id != 0 ? known->id : -1 - (gint64) known->row;
  verdict->field = field;
  verdict->reason = reason;
}

static Step
judge_known (Job *job, guint index, const Said *said, const char *scope, PatalVerdict *verdict)
{
  const Known *known = known_at (job, index);

  if (!adds_to (known, said))
    return (Step) { ACT_NONE, index, scope };
  if (known->verified && known->klass != said->klass && said->order_no == NULL)
    {
      ask (job, verdict, index, CLASS, g_strdup (_("An order confirms another class of this holiday: merging takes the class of this list")));
      return (Step) { ACT_ASK, index, scope };
    }
  return (Step) { ACT_CHANGE, index, scope };
}

static Step
judge_scope (Job *job, guint row, const Said *said, const char *scope, PatalVerdict *verdict)
{
  guint index = find_known (job, said, said->day, scope, SAME_NAME);
  Known known
      = { 0, row, said->day, NULL, NULL, said->klass, scope, said->district, said->order_no != NULL };

  if (index != G_MAXUINT)
    return judge_known (job, index, said, scope, verdict);
  if (said->district == 0 && is_covered (job, said))
    return (Step) { ACT_NONE, 0, scope };
  index = find_moved (job, said, scope);
  if (index != G_MAXUINT)
    {
      g_autofree char *day = patal_day_format (known_at (job, index)->day);

      ask (job, verdict, index, DAY,
           patal_label_text (PATAL_LABEL (N_("The file has this holiday on {1}: merging moves it, new keeps both"), day), NULL));
      return (Step) { ACT_ASK, index, scope };
    }
  index = find_known (job, said, said->day, scope, SAME_SOUND);
  if (index != G_MAXUINT)
    {
      ask (job, verdict, index, said->name_hi != NULL ? NAME_HI : NAME_EN,
           g_strdup (_("A holiday of that day sounds the same: merging adds this name to it")));
      return (Step) { ACT_ASK, index, scope };
    }
  known.name_hi = g_strdup (said->name_hi);
  known.name_en = g_strdup (said->name_en);
  return (Step) { ACT_INSERT, remember (job, &known), scope };
}

static void
judge (gpointer data, guint row, const char *const *cells, PatalVerdict *verdict)
{
  Job *job = data;
  Said said;
  g_autofree char *odd = NULL;
  g_autoptr (GPtrArray) scopes = NULL;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  Act most = ACT_NONE;

  *verdict = (PatalVerdict) { .fate = PATAL_FATE_SAME, .field = -1 };
  if (!read_row (job, cells, &said, verdict))
    return;
  scopes = said.district != 0 ? read_scopes (job, "ALL", &odd) : read_scopes (job, cells[SCOPE], &odd);
  if (scopes == NULL)
    {
      refuse (verdict, SCOPE, patal_label_text (PATAL_LABEL (N_("“{1}” is no state; write ALL, or states such as CG or CG;MP"), odd), NULL));
      return;
    }
  for (guint i = 0; i < scopes->len; i++)
    {
      Step step = judge_scope (job, row, &said, g_ptr_array_index (scopes, i), verdict);

      most = step.act == ACT_INSERT ? ACT_INSERT : most == ACT_NONE ? step.act : most;
      g_array_append_val (steps, step);
    }
  if (verdict->fate != PATAL_FATE_DOUBTFUL)
    verdict->fate = most == ACT_INSERT   ? PATAL_FATE_NEW
                    : most == ACT_CHANGE ? PATAL_FATE_CHANGED
                                         : PATAL_FATE_SAME;
  g_hash_table_insert (job->steps, GUINT_TO_POINTER (row), g_steal_pointer (&steps));
}

static void
take_order (PatalHoliday *holiday, const char *const *cells, const Said *said)
{
  if (said->order_no != NULL)
    {
      g_free (holiday->order_no);
      holiday->order_no = g_strdup (said->order_no);
      holiday->verified = TRUE;
    }
  if (cells[SOURCE] != NULL || (said->estimated && holiday->source == NULL))
    {
      g_free (holiday->source);
      holiday->source = g_strdup (cells[SOURCE] != NULL ? cells[SOURCE] : _("The date is an estimate"));
    }
}

static gboolean
insert (PatalDb *db, Job *job, const Step *step, const Said *said, const char *const *cells, GError **error)
{
  g_auto (PatalHoliday) holiday = {
    .day = said->day,
    .name_hi = g_strdup (said->name_hi),
    .name_en = g_strdup (said->name_en),
    .klass = said->klass,
    .state_code = *step->scope != '\0' ? g_strdup (step->scope) : NULL,
    .district = said->district,
  };

  take_order (&holiday, cells, said);
  if (!patal_holiday_insert (db, &holiday, error))
    return FALSE;
  if (step->act != ACT_ASK)
    known_at (job, step->known)->id = holiday.id;
  return TRUE;
}

static gboolean
change (PatalDb *db, gint64 id, const Said *said, const char *const *cells, GError **error)
{
  g_auto (PatalHoliday) holiday = { 0 };

  if (!patal_holiday_load (db, id, &holiday, error))
    return FALSE;
  holiday.day = said->day;
  holiday.klass = said->klass;
  if (holiday.name_hi == NULL)
    holiday.name_hi = g_strdup (said->name_hi);
  if (holiday.name_en == NULL)
    holiday.name_en = g_strdup (said->name_en);
  take_order (&holiday, cells, said);
  return patal_holiday_update (db, &holiday, error);
}

static gboolean
apply (gpointer data, PatalDb *db, guint row, const char *const *cells,
       const PatalVerdict *verdict G_GNUC_UNUSED, PatalDoubtful doubtful, G_GNUC_UNUSED gboolean *adds, GError **error)
{
  Job *job = data;
  GArray *steps = g_hash_table_lookup (job->steps, GUINT_TO_POINTER (row));
  PatalVerdict unused = { 0 };
  Said said;

  g_return_val_if_fail (steps != NULL && read_row (job, cells, &said, &unused), FALSE);
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      gint64 id = step->act == ACT_NONE ? 0 : known_at (job, step->known)->id;
      g_autoptr (GError) problem = NULL;
      gboolean as_new
          = step->act == ACT_INSERT || (step->act == ACT_ASK && doubtful == PATAL_DOUBTFUL_NEW) || id == 0;

      if (step->act == ACT_NONE)
        continue;
      if (as_new ? !insert (db, job, step, &said, cells, &problem) : !change (db, id, &said, cells, &problem))
        {
          /* Two doubtful rows may say the same, and both be taken: the second adds nothing. */
          if (g_error_matches (problem, PATAL_HOLIDAY_ERROR, PATAL_HOLIDAY_ERROR_REPEATED))
            continue;
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }
  return TRUE;
}

static char *
describe (gpointer data, PatalDb *db G_GNUC_UNUSED, gint64 candidate)
{
  Job *job = data;

  for (guint i = 0; i < job->known->len; i++)
    {
      const Known *known = known_at (job, i);
      g_autofree char *day = NULL;

      if (candidate > 0 ? known->id != candidate : known->row != (guint) (-1 - candidate))
        continue;
      day = patal_day_format (known->day);
      return g_strdup_printf ("%s, %s", known->name_hi != NULL ? known->name_hi : known->name_en, day);
    }
  return g_strdup ("");
}

static const PatalSharedField shared[] = {
  PATAL_SHARED_FIELD (CLASS),
  PATAL_SHARED_FIELD (ORDER_NO),
  PATAL_SHARED_FIELD (SOURCE),
  { .field = -1 },
};

const PatalImport patal_holiday_import = {
  .name = "holidays",
  .title = N_("Holidays"),
  .fields = fields,
  .n_fields = N_FIELDS,
  .shared = shared,
  .begin = begin,
  .judge = judge,
  .apply = apply,
  .end = job_free,
  .describe = describe,
  .label = PATAL_N_PLURAL ("Imported {n} holiday from {1}", "Imported {n} holidays from {1}"),
};
