/* patal-venue-import.c: venues out of a sheet
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-venue.h"
#include "patal-contact.h"
#include "patal-label.h"
#include "patal-person.h"
#include "patal-text.h"
#include "patal-unit-finder.h"
#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  NAME_HI,
  NAME_EN,
  DISTRICT,
  BLOCK,
  BLOCK_HI,
  BLOCK_CODE,
  GP,
  GP_HI,
  GP_CODE,
  CAPACITY,
  HALLS,
  PROJECTOR,
  TOILET,
  LAT,
  LON,
  CONTACT,
  MOBILE,
  REMARK,
  N_FIELDS
};

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
static const PatalImportField fields[N_FIELDS] = {
  [NAME_HI] = { "name_hi", N_("Name (Hindi)"), WORDS ("name_hi", "नाम", "स्थल", "प्रशिक्षण स्थल", "स्थल का नाम", "प्रशिक्षण स्थल का नाम", "भवन का नाम"),
                PATAL_FIELD_NAME },
  [NAME_EN] = { "name_en", N_("Name (English)"), WORDS ("name_en", "name", "venue", "venue name", "training venue"), PATAL_FIELD_TEXT },
  [DISTRICT] = { "district", N_("District"), WORDS ("district", "जिला", "district_name"), PATAL_FIELD_NAME },
  [BLOCK] = { "block", N_("Block (English)"), WORDS ("block", "block_name"), PATAL_FIELD_TEXT },
  [BLOCK_HI] = { "block_hi", N_("Block (Hindi)"), WORDS ("block_hi", "विकासखण्ड", "विकास खण्ड", "जनपद पंचायत", "क्षेत्र पंचायत", "ब्लॉक", "प्रखंड"),
                 PATAL_FIELD_NAME },
  [BLOCK_CODE] = { "block_lgd", N_("Block (LGD code)"), WORDS ("block_lgd", "block code", "विकासखण्ड कोड"), PATAL_FIELD_CODE },
  [GP] = { "gp", N_("Gram panchayat (English)"), WORDS ("gp", "gp_name", "gram panchayat", "panchayat"), PATAL_FIELD_TEXT },
  [GP_HI] = { "gp_hi", N_("Gram panchayat (Hindi)"), WORDS ("gp_hi", "ग्राम पंचायत", "ग्राम पंचायत का नाम", "पंचायत",
    "ग्राम पंचायत / कार्यालय", "gram panchayat / office"), PATAL_FIELD_NAME },
  [GP_CODE] = { "gp_lgd", N_("Gram panchayat (LGD code)"), WORDS ("gp_lgd", "gp code", "lgd code", "एल.जी.डी. कोड", "ग्राम पंचायत कोड"), PATAL_FIELD_CODE },
  [CAPACITY] = { "capacity", N_("Capacity"), WORDS ("capacity", "क्षमता", "बैठक क्षमता", "seats", "seating capacity"), PATAL_FIELD_NUMBER },
  [HALLS] = { "halls", N_("Halls"), WORDS ("halls", "हॉल", "सभाकक्ष", "हॉल की संख्या", "rooms", "कक्ष"), PATAL_FIELD_NUMBER },
  [PROJECTOR] = { "projector", N_("Projector"), WORDS ("projector", "प्रोजेक्टर", "प्रोजेक्टर उपलब्ध"), PATAL_FIELD_TEXT },
  [TOILET] = { "toilet", N_("Toilet"), WORDS ("toilet", "शौचालय", "toilets", "शौचालय उपलब्ध"), PATAL_FIELD_TEXT },
  [LAT] = { "lat", N_("Latitude"), WORDS ("lat", "latitude", "अक्षांश"), PATAL_FIELD_REAL },
  [LON] = { "lon", N_("Longitude"), WORDS ("lon", "long", "lng", "longitude", "देशांतर", "देशान्तर"), PATAL_FIELD_REAL },
  [CONTACT] = { "contact", N_("Contact person"), WORDS ("contact", "संपर्क व्यक्ति", "सम्पर्क", "contact person", "प्रभारी"), PATAL_FIELD_NAME },
  [MOBILE] = { "mobile", N_("Mobile"), WORDS ("mobile", "मोबाइल", "मोबाईल", "मोबाइल नंबर", "mobile no", "phone"), PATAL_FIELD_TEXT },
  [REMARK] = { "remark", N_("Remark"), WORDS ("remark", "टिप्पणी", "रिमार्क", "remarks", "अभ्युक्ति"), PATAL_FIELD_NAME },
};

typedef struct /* a venue of the file, or of an earlier row */
{
  PatalVenue venue;
  guint      row; /* G_MAXUINT: of the file */
} Known;

typedef struct
{
  PatalUnitFinder *units;
  GPtrArray       *known;   /* of Known */
  GHashTable      *at_unit; /* unit (gint64) → GPtrArray of Known, borrowed */
  GHashTable      *plans;   /* row → Known, borrowed: what the row is, becomes, or may be */
} Job;

static void
known_free (gpointer data)
{
  Known *known = data;

  patal_venue_clear (&known->venue);
  g_free (known);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job == NULL)
    return;
  patal_unit_finder_free (job->units);
  g_hash_table_unref (job->plans);
  g_hash_table_unref (job->at_unit);
  g_ptr_array_unref (job->known);
  g_free (job);
}

static Known *
remember (Job *job, const PatalVenue *venue, guint row)
{
  GPtrArray *at_unit = g_hash_table_lookup (job->at_unit, &venue->unit);
  Known *known = g_new0 (Known, 1);

  if (at_unit == NULL)
    {
      at_unit = g_ptr_array_new ();
      g_hash_table_insert (job->at_unit, g_memdup2 (&venue->unit, sizeof venue->unit), at_unit);
    }
  known->venue = *venue;
  known->venue.name_hi = g_strdup (venue->name_hi);
  known->venue.name_en = g_strdup (venue->name_en);
  known->venue.contact = g_strdup (venue->contact);
  known->venue.mobile = g_strdup (venue->mobile);
  known->venue.remark = g_strdup (venue->remark);
  known->row = row;
  g_ptr_array_add (job->known, known);
  g_ptr_array_add (at_unit, known);
  return known;
}

static gboolean
read_known (Job *job, PatalDb *db, GError **error)
{
  g_autoptr (GArray) ids = patal_venue_ids (db, &(PatalVenueFilter) { 0 }, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_auto (PatalVenue) venue = { 0 };

      if (!patal_venue_load (db, g_array_index (ids, gint64, i), &venue, error))
        return FALSE;
      remember (job, &venue, G_MAXUINT);
    }
  return ids != NULL;
}

static gpointer
begin (PatalDb *db, const gboolean *mapped, GError **error)
{
  Job *job;

  if (!mapped[NAME_HI] && !mapped[NAME_EN])
    {
      g_set_error_literal (error, PATAL_VENUE_ERROR, PATAL_VENUE_ERROR_NAME, _("A list of venues needs a column with the name"));
      return NULL;
    }
  job = g_new0 (Job, 1);
  job->known = g_ptr_array_new_with_free_func (known_free);
  job->at_unit
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  job->plans = g_hash_table_new (NULL, NULL);
  job->units = patal_unit_finder_new (db, error);
  if (job->units != NULL && read_known (job, db, error))
    return job;
  job_free (job);
  return NULL;
}

static gboolean
refuse (PatalVerdict *verdict, int field, char *reason)
{
  g_free (verdict->reason);
  *verdict = (PatalVerdict) { .fate = PATAL_FATE_REFUSED, .field = field, .reason = reason };
  return FALSE;
}

/* A count of halls or seats may stand where yes is meant; "-" and "" are no. */
static gboolean
read_yes (const char *text, gboolean *out)
{
  static const char *const yes[] = { "yes", "y", "true", "available", "हां", "हाँ", "है", "उपलब्ध" };
  static const char *const no[] = { "", "no", "n", "false", "none", "नहीं", "नही", "अनुपलब्ध", "0" };
  g_autofree char *folded = patal_text_fold (text, PATAL_FOLD_MATCH);

  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    {
      g_autofree char *word = patal_text_fold (no[i], PATAL_FOLD_MATCH);

      if (g_str_equal (folded, word))
        return *out = FALSE, TRUE;
    }
  *out = folded[strspn (folded, "0123456789")] == '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (yes) && !*out; i++)
    {
      g_autofree char *word = patal_text_fold (yes[i], PATAL_FOLD_MATCH);

      *out = g_str_equal (folded, word);
    }
  return *out;
}

/* Our own report has the block's or district's office in the columns of gram panchayats, and its code tells it from a gram
 * panchayat of the same name. */
static gint64
office_of_code (Job *job, const char *code)
{
  for (int level = PATAL_LEVEL_GP; code != NULL && level >= PATAL_LEVEL_DISTRICT; level--)
    {
      PatalUnitWords words[PATAL_N_LEVELS] = { 0 };
      PatalUnitMatch match;

      words[level].code = code;
      match = patal_unit_finder_find (job->units, words, level);
      g_free (match.reason);
      if (match.unit != 0)
        return level < PATAL_LEVEL_GP ? match.unit : 0;
    }
  return 0;
}

static gboolean
read_place (Job *job, const char *const *cells, PatalVenue *venue, PatalVerdict *verdict)
{
  const PatalUnitWords words[PATAL_N_LEVELS] = {
    [PATAL_LEVEL_DISTRICT] = { NULL, { cells[DISTRICT] } },
    [PATAL_LEVEL_BLOCK] = { cells[BLOCK_CODE], { cells[BLOCK_HI], cells[BLOCK] } },
    [PATAL_LEVEL_GP] = { cells[GP_CODE], { cells[GP_HI], cells[GP] } },
  };
  gboolean gp = words[PATAL_LEVEL_GP].code != NULL || cells[GP_HI] != NULL || cells[GP] != NULL;
  gboolean block = words[PATAL_LEVEL_BLOCK].code != NULL || cells[BLOCK_HI] != NULL || cells[BLOCK] != NULL;
  PatalUnitMatch match = patal_unit_finder_find (job->units, words,
                                                 gp      ? PATAL_LEVEL_GP
                                                 : block ? PATAL_LEVEL_BLOCK
                                                         : PATAL_LEVEL_DISTRICT);
  PatalUnitMatch office = { 0 };
  int field = match.level == PATAL_LEVEL_GP      ? (cells[GP_HI] != NULL ? GP_HI
                                                    : cells[GP] != NULL  ? GP
                                                                         : GP_CODE)
              : match.level == PATAL_LEVEL_BLOCK ? (cells[BLOCK_HI] != NULL ? BLOCK_HI
                                                    : cells[BLOCK] != NULL  ? BLOCK
                                                                            : BLOCK_CODE)
                                                 : DISTRICT;

  venue->unit = office_of_code (job, cells[GP_CODE]);
  if (venue->unit != 0)
    {
      g_free (match.reason);
      return TRUE;
    }
  if (match.unit == 0 && gp)
    office = patal_unit_finder_find (job->units, words, block ? PATAL_LEVEL_BLOCK : PATAL_LEVEL_DISTRICT);
  if (office.unit != 0)
    {
      g_free (match.reason);
      match = office;
    }
  else
    g_free (office.reason);
  if (match.unit == 0)
    return refuse (verdict, field, match.reason);
  venue->unit = match.unit;
  if (match.unsure)
    *verdict = (PatalVerdict) {
      .fate = PATAL_FATE_DOUBTFUL, .candidate = match.unit, .field = field, .reason = match.reason
    };
  return TRUE;
}

static int
field_of (const char *id)
{
  for (int i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (fields[i].id, id) == 0)
      return i;
  return -1;
}

static gboolean
read_numbers (const char *const *cells, PatalVenue *venue, PatalVerdict *verdict)
{
  venue->capacity = cells[CAPACITY] != NULL
                        ? (int) CLAMP (g_ascii_strtoll (cells[CAPACITY], NULL, 10), 0, G_MAXINT16)
                        : -1;
  venue->halls
      = cells[HALLS] != NULL ? (int) CLAMP (g_ascii_strtoll (cells[HALLS], NULL, 10), 0, G_MAXINT16) : 1;
  if ((cells[LAT] == NULL) != (cells[LON] == NULL))
    return refuse (verdict, cells[LAT] == NULL ? LAT : LON, g_strdup (_("Give both latitude and longitude, or neither")));
  venue->has_place = cells[LAT] != NULL;
  if (venue->has_place)
    {
      venue->lat = g_ascii_strtod (cells[LAT], NULL);
      venue->lon = g_ascii_strtod (cells[LON], NULL);
    }
  if (cells[PROJECTOR] != NULL && !read_yes (cells[PROJECTOR], &venue->projector))
    return refuse (verdict, PROJECTOR, g_strdup (_("Write yes or no")));
  if (cells[TOILET] != NULL && !read_yes (cells[TOILET], &venue->toilet))
    return refuse (verdict, TOILET, g_strdup (_("Write yes or no")));
  return TRUE;
}

/* What the cells say; FALSE: refused. @verdict may be DOUBTFUL about the place then. */
static gboolean
read_row (Job *job, const char *const *cells, PatalVenue *venue, PatalVerdict *verdict)
{
  g_autoptr (GError) error = NULL;
  const char *hi = cells[NAME_HI], *en = cells[NAME_EN], *field = NULL;
  const char *mobile
      = cells[MOBILE] != NULL && !patal_person_name_is_nobody (cells[MOBILE]) ? cells[MOBILE] : NULL;

  if (hi != NULL && en == NULL && !patal_text_has_devanagari (hi))
    en = g_steal_pointer (&hi);
  venue->name_hi = g_strdup (hi);
  venue->name_en = g_strdup (en);
  venue->contact = g_strdup (cells[CONTACT]);
  venue->remark = g_strdup (cells[REMARK]);
  if (!read_place (job, cells, venue, verdict) || !read_numbers (cells, venue, verdict))
    return FALSE;
  if (!patal_contact_mobile_parse (mobile, &venue->mobile, &error))
    return refuse (verdict, MOBILE, g_strdup (error->message));
  if (!patal_venue_check (venue, &field, &error))
    return refuse (verdict, field_of (field), g_strdup (error->message));
  return TRUE;
}

typedef enum { SAME_NAME, SAME_SOUND } Likeness;

static gboolean
is_like (const PatalVenue *one, const PatalVenue *other, Likeness likeness)
{
  const char *pairs[][2] = { { one->name_hi, other->name_hi }, { one->name_en, other->name_en } };
  const char *a_name = one->name_hi != NULL ? one->name_hi : one->name_en,
             *b_name = other->name_hi != NULL ? other->name_hi : other->name_en;

  for (gsize i = 0; i < G_N_ELEMENTS (pairs) && likeness == SAME_NAME; i++)
    {
      g_autofree char *a = patal_text_fold (pairs[i][0], PATAL_FOLD_MATCH),
                      *b = patal_text_fold (pairs[i][1], PATAL_FOLD_MATCH);

      if (*a != '\0' && g_str_equal (a, b))
        return TRUE;
    }
  if (likeness == SAME_SOUND)
    {
      g_autofree char *a = patal_text_phonetic (a_name), *b = patal_text_phonetic (b_name);

      return *a != '\0' && g_str_equal (a, b);
    }
  return FALSE;
}

static Known *
find_known (Job *job, const PatalVenue *venue, Likeness likeness)
{
  GPtrArray *at_unit = g_hash_table_lookup (job->at_unit, &venue->unit);

  for (guint i = 0; at_unit != NULL && i < at_unit->len; i++)
    if (is_like (&((Known *) g_ptr_array_index (at_unit, i))->venue, venue, likeness))
      return g_ptr_array_index (at_unit, i);
  return NULL;
}

/* Takes what the sheet says into @venue; TRUE when that changes it. */
static gboolean
take (PatalVenue *venue, const PatalVenue *said, const char *const *cells)
{
  const struct { char **ours; const char *theirs; gboolean fill_only;
  } texts[] = {
    { &venue->name_hi, said->name_hi, TRUE },  { &venue->name_en, said->name_en, TRUE },
    { &venue->contact, said->contact, FALSE }, { &venue->mobile, said->mobile, FALSE },
    { &venue->remark, said->remark, FALSE },
  };
  PatalVenue before = *venue;
  gboolean changed = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].theirs != NULL
        && (*texts[i].ours == NULL
            || (!texts[i].fill_only && !g_str_equal (*texts[i].ours, texts[i].theirs))))
      {
        g_free (*texts[i].ours);
        *texts[i].ours = g_strdup (texts[i].theirs);
        changed = TRUE;
      }
  if (cells[CAPACITY] != NULL)
    venue->capacity = said->capacity;
  if (cells[HALLS] != NULL)
    venue->halls = said->halls;
  if (cells[PROJECTOR] != NULL)
    venue->projector = said->projector;
  if (cells[TOILET] != NULL)
    venue->toilet = said->toilet;
  if (said->has_place)
    {
      venue->has_place = TRUE;
      venue->lat = said->lat;
      venue->lon = said->lon;
    }
  return changed || before.capacity != venue->capacity || before.halls != venue->halls
         || before.projector != venue->projector || before.toilet != venue->toilet
         || before.has_place != venue->has_place || before.lat != venue->lat || before.lon != venue->lon;
}

static void
judge (gpointer data, guint row, const char *const *cells, PatalVerdict *verdict)
{
  Job *job = data;
  g_auto (PatalVenue) said = { 0 };
  Known *known;

  *verdict = (PatalVerdict) { .fate = PATAL_FATE_SAME, .field = -1 };
  if (!read_row (job, cells, &said, verdict))
    return;
  known = find_known (job, &said, SAME_NAME);
  if (known != NULL)
    {
      gboolean changed = take (&known->venue, &said, cells);

      g_hash_table_insert (job->plans, GUINT_TO_POINTER (row), known);
      if (verdict->fate != PATAL_FATE_DOUBTFUL)
        verdict->fate = changed ? PATAL_FATE_CHANGED : PATAL_FATE_SAME;
      return;
    }
  known = find_known (job, &said, SAME_SOUND);
  if (known != NULL && verdict->fate != PATAL_FATE_DOUBTFUL)
    {
      g_hash_table_insert (job->plans, GUINT_TO_POINTER (row), known);
      *verdict = (PatalVerdict) {
        .fate = PATAL_FATE_DOUBTFUL,
        .candidate = known->row == G_MAXUINT ? known->venue.id : -1 - (gint64) known->row,
        .field = said.name_hi != NULL ? NAME_HI : NAME_EN,
        .reason = patal_label_text (
            PATAL_LABEL (N_("“{1}” stands there and sounds the same: is it that one?"),
                         known->venue.name_hi != NULL ? known->venue.name_hi : known->venue.name_en),
            NULL),
      };
      return;
    }
  g_hash_table_insert (job->plans, GUINT_TO_POINTER (row), remember (job, &said, row));
  if (verdict->fate != PATAL_FATE_DOUBTFUL)
    verdict->fate = PATAL_FATE_NEW;
}

static gboolean
apply (gpointer data, PatalDb *db, guint row, const char *const *cells, const PatalVerdict *verdict,
       PatalDoubtful doubtful, gboolean *adds, GError **error)
{
  Job *job = data;
  Known *known = g_hash_table_lookup (job->plans, GUINT_TO_POINTER (row));
  g_auto (PatalVenue) said = { 0 }, stored = { 0 };
  PatalVerdict unused = { 0 };
  gboolean read = read_row (job, cells, &said, &unused);
  gboolean apart = verdict->fate == PATAL_FATE_DOUBTFUL && doubtful == PATAL_DOUBTFUL_NEW && known != NULL
                   && known->row != row && !is_like (&known->venue, &said, SAME_NAME);

  g_free (unused.reason);
  g_return_val_if_fail (read && known != NULL, FALSE); /* judged otherwise before */
  *adds = known->venue.id == 0 || apart;
  if (*adds)
    {
      if (!patal_venue_insert (db, &said, error))
        return FALSE;
      if (!apart)
        known->venue.id = said.id;
      return TRUE;
    }
  if (!patal_venue_load (db, known->venue.id, &stored, error))
    return FALSE;
  return !take (&stored, &said, cells) || patal_venue_update (db, &stored, error);
}

static char *
describe (gpointer data, PatalDb *db, gint64 candidate)
{
  Job *job = data;

  for (guint i = 0; i < job->known->len; i++)
    {
      const Known *known = g_ptr_array_index (job->known, i);

      if (candidate > 0 ? known->venue.id == candidate : known->row == (guint) (-1 - candidate))
        return g_strdup_printf ("%s, %s", known->venue.name_hi != NULL ? known->venue.name_hi : known->venue.name_en,
                                patal_unit_finder_name (job->units, known->venue.unit, PATAL_LANG_HI));
    }
  return patal_unit_name (db, candidate, PATAL_LANG_HI);
}

static const PatalSharedField shared[] = {
  { BLOCK_HI, BLOCK, BLOCK_CODE },
  { .field = -1 },
};

const PatalImport patal_venue_import = {
  .name = "venues",
  .title = N_("Training venues"),
  .fields = fields,
  .n_fields = N_FIELDS,
  .shared = shared,
  .begin = begin,
  .judge = judge,
  .apply = apply,
  .end = job_free,
  .describe = describe,
  .label = PATAL_N_PLURAL ("Imported {n} venue from {1}", "Imported {n} venues from {1}"),
};
