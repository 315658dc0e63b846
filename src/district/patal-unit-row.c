/* patal-unit-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-row.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Headers are compared folded: case, spaces and signs do not count, and विकासखण्ड is विकासखंड. A bare जनपद is not among them: it is a
 * district in Uttarakhand and Uttar Pradesh, a block in Chhattisgarh and Madhya Pradesh. */
#define SYNONYMS(...) ((const char *const[]) { __VA_ARGS__, NULL })

#define NAME(id, title, ...) { id, title, SYNONYMS (__VA_ARGS__), PATAL_FIELD_NAME }
#define CODE(id, title, ...) { id, title, SYNONYMS (__VA_ARGS__), PATAL_FIELD_CODE }
#define NUMBER(id, title, ...) { id, title, SYNONYMS (__VA_ARGS__), PATAL_FIELD_NUMBER }
#define REAL(id, title, ...) { id, title, SYNONYMS (__VA_ARGS__), PATAL_FIELD_REAL }
#define DAY(id, title, ...) { id, title, SYNONYMS (__VA_ARGS__), PATAL_FIELD_DAY }

const PatalImportField patal_unit_fields[PATAL_UNIT_N_FIELDS] = {
  NAME ("state_name", N_("State (English)"), "state_name", "state", "state en", "state name en", "name of state",
        "state name (in english)", "state (english)", "राज्य (अंग्रेजी)", "राज्य (अंग्रेज़ी)"),
  NAME ("state_name_hi", N_("State (Hindi)"), "state_name_hi", "state_hi", "state (hindi)", "state name local",
        "state name (in local)", "state name (in local language)", "राज्य", "राज्य का नाम", "राज्य (हिन्दी)", "प्रदेश"),
  CODE ("state_code", N_("State: LGD code"), "state_code", "state_lgd", "state lgd code", "lgd state code", "राज्य कोड",
        "राज्य का कोड", "राज्य एल.जी.डी. कोड", "राज्य का एल.जी.डी. कोड"),

  NAME ("district_name", N_("District (English)"), "district_name", "district", "district en", "district name en",
        "name of district", "name of the district", "district name (in english)", "district (english)", "zila", "zilla",
        "zila name", "dist", "dist name", "जिला (अंग्रेजी)", "जिला (अंग्रेज़ी)", "जिले का नाम (अंग्रेजी)"),
  NAME ("district_name_hi", N_("District (Hindi)"), "district_name_hi", "district_hi", "district (hindi)", "district_name_local",
        "district name (in local)", "district name (in local language)", "जिला", "ज़िला", "जिला का नाम", "जिले का नाम",
        "ज़िले का नाम", "जिला (हिन्दी)", "जिला (हिंदी में)", "जिला पंचायत", "जिला पंचायत का नाम", "जिल्हा", "जनपद (जिला)"),
  CODE ("district_code", N_("District: LGD code"), "district_code", "district_lgd", "district lgd code", "lgd district code",
        "dist code", "जिला कोड", "जिले का कोड", "जिला एल.जी.डी. कोड", "जिले का एल.जी.डी. कोड"),

  NAME ("block_name", N_("Block (English)"), "block_name", "block", "block en", "block name en", "name of block",
        "name of the block", "block name (in english)", "block (english)", "development block", "development block name",
        "development block name (in english)", "cd block", "c.d. block", "community development block", "block panchayat",
        "block panchayat name", "janpad panchayat", "janpad panchayat name", "name of janpad panchayat", "janpad_panchayat_en",
        "kshetra panchayat", "intermediate panchayat", "intermediate panchayat name", "intermediate panchayat name (in english)",
        "panchayat samiti", "panchayat samiti name", "taluka", "taluka name", "विकासखण्ड (अंग्रेजी)", "विकासखण्ड (अंग्रेज़ी)",
        "विकासखण्ड का नाम (अंग्रेजी)", "जनपद पंचायत (अंग्रेजी)", "ब्लॉक (अंग्रेजी)", "प्रखण्ड (अंग्रेजी)"),
  NAME ("block_name_hi", N_("Block (Hindi)"), "block_name_hi", "block_hi", "block (hindi)", "block_name_local",
        "block name (in local)", "block name (in local language)", "janpad_panchayat_hi", "विकासखण्ड", "विकासखण्ड का नाम",
        "विकास खण्ड", "विकासखण्ड (हिन्दी)", "विकासखण्ड का नाम (हिन्दी)", "वि.ख.", "विख", "जनपद पंचायत", "जनपद पंचायत का नाम",
        "जनपद पंचायत (हिन्दी)", "ज.पं.", "जनपद (विकासखण्ड)", "ब्लॉक", "ब्लाक", "ब्लॉक का नाम", "ब्लाक का नाम", "ब्लॉक (हिन्दी)",
        "क्षेत्र पंचायत", "क्षेत्र पंचायत का नाम", "प्रखण्ड", "प्रखण्ड का नाम", "प्रखण्ड (हिन्दी)", "पंचायत समिति", "पंचायत समिति का नाम",
        "पंचायत समिती", "मध्यवर्ती पंचायत", "तालुका"),
  CODE ("block_code", N_("Block: LGD code"), "block_code", "block_lgd", "block lgd code", "lgd block code",
        "development block code", "intermediate panchayat code", "block panchayat code", "janpad panchayat code", "ब्लॉक कोड",
        "ब्लाक कोड", "विकासखण्ड कोड", "विकासखण्ड का कोड", "विकासखण्ड एल.जी.डी. कोड", "जनपद पंचायत कोड", "जनपद पंचायत का कोड",
        "प्रखण्ड कोड"),

  NAME ("gp_name", N_("Gram panchayat (English)"), "gp_name", "gp", "gp en", "gp name en", "gp name (english)", "name of gp",
        "name of the gp", "gram_panchayat", "grampanchayat", "gram panchayat name", "gram panchayat en", "gram_panchayat_name_en",
        "name of gram panchayat", "name of the gram panchayat", "gram panchayat (english)", "gram panchayat name (in english)",
        "gp_name_2025", "panchayat", "panchayat name", "name of panchayat", "village panchayat", "village panchayat name",
        "village panchayat name (in english)", "local body name", "local body name (in english)", "localbody name",
        "ग्राम पंचायत (अंग्रेजी)", "ग्राम पंचायत (अंग्रेज़ी)", "ग्राम पंचायत का नाम (अंग्रेजी)", "ग्राम पंचायत का नाम (अंग्रेजी में)",
        "ग्राम पंचायत का नाम अंग्रेज़ी"),
  NAME ("gp_name_hi", N_("Gram panchayat (Hindi)"), "gp_name_hi", "gp_hi", "gp (hindi)", "gp name (hindi)", "gp_name_local",
        "gram_panchayat_hi", "gram_panchayat_name_hi", "gram panchayat (hindi)", "gram panchayat name (in local)",
        "gram panchayat name (in local language)", "local body name (in local)", "local body name (in local language)",
        "village panchayat name (in local)", "ग्राम पंचायत", "ग्रामपंचायत", "ग्राम पंचायत का नाम", "ग्राम पंचायत नाम",
        "ग्राम पंचायत (हिन्दी)", "ग्राम पंचायत का नाम (हिन्दी)", "ग्राम पंचायत का नाम (हिन्दी में)", "ग्रा.पं.", "ग्रा.पं. का नाम",
        "ग्रा.पंचायत", "ग्रा. पंचायत का नाम", "ग्रापं", "पंचायत", "पंचायत का नाम", "ग्राम पंचायतें"),
  CODE ("gp_code", N_("Gram panchayat: LGD code"), "gp_code", "gp_lgd", "gp lgd code", "lgd gp code", "gram panchayat code",
        "gram panchayat lgd code", "lgd code of gram panchayat", "panchayat code", "village panchayat code", "local body code",
        "localbody code", "local body lgd code", "ग्राम पंचायत कोड", "ग्राम पंचायत का कोड", "पंचायत कोड", "पंचायत का कोड",
        "ग्राम पंचायत एल.जी.डी. कोड", "ग्राम पंचायत का एल.जी.डी. कोड", "ग्रा.पं. कोड"),

  NAME ("village_name", N_("Village (English)"), "village_name", "village", "village en", "village name en", "name of village",
        "name of the village", "village name (in english)", "village (english)", "revenue village", "revenue village name",
        "ग्राम (अंग्रेजी)", "ग्राम (अंग्रेज़ी)", "ग्राम का नाम (अंग्रेजी)"),
  NAME ("village_name_hi", N_("Village (Hindi)"), "village_name_hi", "village_hi", "village (hindi)", "village_name_local",
        "village name (in local)", "village name (in local language)", "ग्राम", "ग्राम का नाम", "ग्राम (हिन्दी)",
        "ग्राम का नाम (हिन्दी)", "गाँव", "गाँव का नाम", "राजस्व ग्राम", "राजस्व ग्राम का नाम", "आश्रित ग्राम"),
  CODE ("village_code", N_("Village: LGD code"), "village_code", "village_lgd", "village lgd code", "lgd village code",
        "ग्राम कोड", "ग्राम का कोड", "गाँव का कोड", "ग्राम एल.जी.डी. कोड", "ग्राम का एल.जी.डी. कोड"),

  NAME ("subdistrict_name", N_("Sub-district (taken for the block where that is empty)"), "subdistrict_name", "subdistrict",
        "sub district", "sub-district name", "subdistrict name (in english)", "sub-district name (in english)", "tehsil",
        "tehsil name", "tahsil", "तहसील", "तहसील का नाम", "उप जिला", "उपजिला"),
  CODE ("code", N_("LGD code of the row's own place"), "lgd_code", "lgd", "code", "एल.जी.डी. कोड", "एल.जी.डी.", "कोड",
        "एल.जी.डी. कोड क्रमांक", "कोड नंबर", "lgd code no"),
  REAL ("lat", N_("Latitude"), "lat", "latitude", "lat.", "gps latitude", "latitude (n)", "अक्षांश", "अक्षांश (उ.)"),
  REAL ("lon", N_("Longitude"), "lon", "long", "lng", "longitude", "gps longitude", "longitude (e)", "देशांतर", "देशांतर (पू.)",
        "रेखांश"),
  NUMBER ("households", N_("Households"), "households", "household", "hh", "no of households", "number of households",
          "total households", "परिवार", "परिवार संख्या", "परिवारों की संख्या", "कुल परिवार"),
  NUMBER ("population", N_("Population"), "population", "total population", "population 2011", "census population", "population pmgsy", "जनसंख्या",
          "कुल जनसंख्या", "जनसंख्या (2011)", "जनसंख्या 2011", "आबादी"),
  NUMBER ("sc", N_("Scheduled Castes"), "sc", "sc population", "population sc", "scheduled caste", "scheduled castes",
          "scheduled caste population", "अजा", "अ.जा.", "अनु. जाति", "अनुसूचित जाति", "अजा जनसंख्या", "अनुसूचित जाति जनसंख्या"),
  NUMBER ("st", N_("Scheduled Tribes"), "st", "st population", "population st", "scheduled tribe", "scheduled tribes",
          "scheduled tribe population", "अजजा", "अ.ज.जा.", "अनु. जनजाति", "अनुसूचित जनजाति", "अजजा जनसंख्या",
          "अनुसूचित जनजाति जनसंख्या"),
  { "aliases", N_("Other spellings"), SYNONYMS ("aliases", "alias", "other spelling", "other spellings", "other names",
    "अन्य वर्तनी", "अन्य नाम"), PATAL_FIELD_TEXT },
  DAY ("valid_from", N_("Valid from"), "valid_from", "effective from", "effective date", "प्रभावी दिनांक", "प्रभावी तिथि"),
  DAY ("valid_to", N_("Valid to"), "valid_to", "valid until", "समाप्ति दिनांक"),
};

typedef enum { SCRIPT_NONE, SCRIPT_HI, SCRIPT_EN, SCRIPT_OTHER } Script;

static Script
script_of (const char *text)
{
  Script script = SCRIPT_NONE;

  for (; text != NULL && *text != '\0' && script != SCRIPT_HI; text = g_utf8_next_char (text))
    if (g_ascii_isalpha (*text))
      script = SCRIPT_EN;
    else if ((guchar) *text >= 0x80 && script == SCRIPT_NONE && g_unichar_isalpha (g_utf8_get_char (text)))
      script = g_utf8_get_char (text) < 0x250 ? SCRIPT_EN
               : patal_text_has_devanagari (text) ? SCRIPT_HI : SCRIPT_OTHER;
    else if ((guchar) *text >= 0x80 && script == SCRIPT_EN && patal_text_has_devanagari (text))
      return SCRIPT_HI;
  return script;
}

static void
add_name (PatalUnitRowName *name, const char *text, Script own)
{
  Script script = script_of (text);
  const char **slot = script == SCRIPT_HI ? &name->names[PATAL_LANG_HI] : script == SCRIPT_EN ? &name->names[PATAL_LANG_EN] : NULL;

  if (script == SCRIPT_NONE)
    return;
  if (slot != NULL && *slot != NULL && script == own) /* this column is the better one for the script */
    {
      const char *former = *slot;

      *slot = text;
      text = former;
    }
  else if (slot != NULL && *slot == NULL)
    {
      *slot = text;
      return;
    }
  name->others[name->others[0] == NULL ? 0 : 1] = text;
}

static guint32
number_of_code (const char *code)
{
  return code != NULL ? (guint32) g_ascii_strtoull (code, NULL, 10) : 0;
}

gboolean
patal_unit_row_name (const char *const *cells, PatalLevel level, PatalUnitRowName *out)
{
  const char *code = cells[PATAL_UNIT_FIELD (level, PATAL_UNIT_FIELD_CODE)];

  *out = (PatalUnitRowName) { .code_text = code, .code = number_of_code (code) };
  add_name (out, cells[PATAL_UNIT_FIELD (level, PATAL_UNIT_FIELD_EN)], SCRIPT_EN);
  add_name (out, cells[PATAL_UNIT_FIELD (level, PATAL_UNIT_FIELD_HI)], SCRIPT_HI);
  if (level == PATAL_LEVEL_BLOCK && out->names[0] == NULL && out->names[1] == NULL && out->code == 0)
    add_name (out, cells[PATAL_UNIT_FIELD_SUBDISTRICT], SCRIPT_EN);
  return out->names[0] != NULL || out->names[1] != NULL || out->others[0] != NULL || out->code != 0;
}

static gboolean
refuse (int *field, char **reason, int which, const char *why)
{
  *field = which;
  *reason = g_strdup (why);
  return FALSE;
}

/* What stands under the last row of many a sheet. */
static gboolean
is_total (const char *name)
{
  static const char *const words[] = { "योग", "कुल", "कुलयोग", "महायोग", "total", "grandtotal", "subtotal", "sum", "योगजिला" };
  g_autofree char *folded = NULL;

  if (name == NULL || strlen (name) > 40)
    return FALSE;
  folded = patal_text_fold (name, PATAL_FOLD_MATCH);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_code (PatalUnitRowName *own, int which, int *field, char **reason)
{
  if (own->code_text != NULL && strlen (own->code_text) > 6)
    return refuse (field, reason, which, _("An LGD code has 1 to 6 digits"));
  if (own->code == 0) /* "0": what a sheet writes where there is none */
    own->code_text = NULL;
  return TRUE;
}

static gboolean
read_counts (const char *const *cells, PatalUnitRow *out, int *field, char **reason)
{
  for (int i = 0; i < 4; i++)
    {
      const char *cell = cells[PATAL_UNIT_FIELD_HOUSEHOLDS + i];
      gint64 n = cell != NULL ? g_ascii_strtoll (cell, NULL, 10) : -1;

      if (cell != NULL && (n < 0 || n > G_MAXINT32))
        return refuse (field, reason, PATAL_UNIT_FIELD_HOUSEHOLDS + i, _("A number of people is 0 or more"));
      out->counts[i] = (gint32) n;
    }
  return TRUE;
}

/* The rules are those of patal_unit_check(), so that a form and a sheet say the same. */
static gboolean
check_values (const PatalUnitRow *row, int *field, char **reason)
{
  const PatalUnit unit = {
    .name_en = (char *) "-", .lat = row->lat, .lon = row->lon, .has_place = row->has_place, .households = row->counts[0],
    .population = row->counts[1], .sc = row->counts[2], .st = row->counts[3], .valid_from = row->from, .valid_to = row->to,
  };
  g_autoptr (GError) error = NULL;
  const char *at = NULL;

  if (patal_unit_check (&unit, &at, &error))
    return TRUE;
  *field = -1;
  for (int i = 0; i < PATAL_UNIT_N_FIELDS; i++)
    if (strcmp (patal_unit_fields[i].id, at) == 0)
      *field = i;
  *reason = g_strdup (error->message);
  return FALSE;
}

static gboolean
read_values (const char *const *cells, PatalUnitRow *out, int *field, char **reason)
{
  const char *lat = cells[PATAL_UNIT_FIELD_LAT], *lon = cells[PATAL_UNIT_FIELD_LON];

  out->has_place = lat != NULL || lon != NULL;
  out->lat = lat != NULL ? g_ascii_strtod (lat, NULL) : NAN;
  out->lon = lon != NULL ? g_ascii_strtod (lon, NULL) : NAN;
  if (out->lat == 0 && out->lon == 0)
    return refuse (field, reason, PATAL_UNIT_FIELD_LAT, _("The coordinates are 0, 0: leave both empty where they are not known"));
  out->from = patal_day_from_iso (cells[PATAL_UNIT_FIELD_FROM]);
  out->to = patal_day_from_iso (cells[PATAL_UNIT_FIELD_TO]);
  out->aliases = cells[PATAL_UNIT_FIELD_ALIASES];
  return read_counts (cells, out, field, reason) && check_values (out, field, reason);
}

static gboolean
has_values (const PatalUnitRow *row)
{
  for (guint i = 0; i < 4; i++)
    if (row->counts[i] >= 0)
      return TRUE;
  return row->has_place || row->aliases != NULL || row->from != PATAL_DAY_NONE || row->to != PATAL_DAY_NONE;
}

gboolean
patal_unit_row_read (const char *const *cells, PatalLevel deepest, PatalUnitRow *out, int *field, char **reason)
{
  int level = (int) deepest, code_field;

  *out = (PatalUnitRow) { 0 };
  while (level >= 0 && !patal_unit_row_name (cells, (PatalLevel) level, &out->own)
         && !(level == (int) deepest && cells[PATAL_UNIT_FIELD_OWN_CODE] != NULL))
    level--;
  if (level < 0)
    return refuse (field, reason, PATAL_UNIT_FIELD ((int) deepest, PATAL_UNIT_FIELD_EN), _("The row names no place"));
  out->level = (PatalLevel) level;
  code_field = PATAL_UNIT_FIELD (level, PATAL_UNIT_FIELD_CODE);
  if (out->own.code == 0 && cells[PATAL_UNIT_FIELD_OWN_CODE] != NULL && level == (int) deepest)
    {
      out->own.code_text = cells[PATAL_UNIT_FIELD_OWN_CODE];
      out->own.code = number_of_code (out->own.code_text);
      code_field = PATAL_UNIT_FIELD_OWN_CODE;
    }
  if (!read_code (&out->own, code_field, field, reason) || !read_values (cells, out, field, reason))
    return FALSE;
  if (is_total (out->own.names[PATAL_LANG_HI]) || is_total (out->own.names[PATAL_LANG_EN]))
    return refuse (field, reason, PATAL_UNIT_FIELD (level, PATAL_UNIT_FIELD_HI), _("This is a total, not a place"));
  /* Without the name of its own place, a row of figures would become the figures of the whole block. */
  if (level < (int) deepest && level < PATAL_LEVEL_GP && has_values (out))
    return refuse (field, reason, PATAL_UNIT_FIELD ((int) deepest, PATAL_UNIT_FIELD_EN), _("The row does not name its place"));
  return TRUE;
}

GStrv
patal_unit_row_aliases (const char *cell)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (cell != NULL ? cell : "", ";|,\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = patal_text_clean (parts[i]);

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}
