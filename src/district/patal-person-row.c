/* patal-person-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-person-row.h"
#include "patal-contact.h"
#include "patal-label.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
const PatalImportField patal_person_fields[PATAL_PERSON_N_FIELDS] = {
  [PATAL_PERSON_FIELD_NAME_HI] = { "name_hi", N_("Name (Hindi)"),
    WORDS ("name_hi", "नाम", "व्यक्ति का नाम", "कर्मचारी का नाम", "अधिकारी का नाम", "अधिकारी/कर्मचारी का नाम", "पदाधिकारी का नाम",
           "जनप्रतिनिधि का नाम", "नाम (हिन्दी)", "name hindi"), PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_NAME_EN] = { "name_en", N_("Name (English)"),
    WORDS ("name_en", "name", "person name", "employee name", "name of employee", "name of official", "name english", "नाम (अंग्रेजी)"),
    PATAL_FIELD_TEXT },
  [PATAL_PERSON_FIELD_POST] = { "post", N_("Post"),
    WORDS ("post", "पद", "पदनाम", "पद का नाम", "designation", "post name", "role"), PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_CHARGE] = { "charge", N_("Charge"),
    WORDS ("charge", "प्रभार", "प्रभार का प्रकार", "मूल/अतिरिक्त", "मूल / अतिरिक्त प्रभार", "type of charge"), PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_DISTRICT] = { "district", N_("District"),
    WORDS ("district", "जिला", "district_name", "जिले का नाम", "district_hi"), PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_DISTRICT_CODE] = { "district_lgd", N_("District (LGD code)"), WORDS ("district_lgd", "district code", "जिला कोड"),
    PATAL_FIELD_CODE },
  [PATAL_PERSON_FIELD_BLOCK] = { "block", N_("Block (English)"),
    WORDS ("block", "block_name", "block name", "janpad panchayat", "development block", "block panchayat"), PATAL_FIELD_TEXT },
  [PATAL_PERSON_FIELD_BLOCK_HI] = { "block_hi", N_("Block (Hindi)"),
    WORDS ("block_hi", "block_name_hi", "विकासखण्ड", "विकास खण्ड", "जनपद पंचायत", "क्षेत्र पंचायत", "ब्लॉक", "प्रखंड", "विकासखण्ड का नाम"),
    PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_BLOCK_CODE] = { "block_lgd", N_("Block (LGD code)"), WORDS ("block_lgd", "block code", "विकासखण्ड कोड"),
    PATAL_FIELD_CODE },
  [PATAL_PERSON_FIELD_GP] = { "gp", N_("Gram panchayat (English)"),
    WORDS ("gp", "gp_name", "gram panchayat", "panchayat", "gram panchayat name", "name of gram panchayat"), PATAL_FIELD_TEXT },
  [PATAL_PERSON_FIELD_GP_HI] = { "gp_hi", N_("Gram panchayat (Hindi)"),
    WORDS ("gp_hi", "gp_name_hi", "ग्राम पंचायत", "ग्राम पंचायत का नाम", "पंचायत", "पंचायत का नाम", "ग्रा पं", "ग्राम पंचायत / कार्यालय",
           "gram panchayat / office"), PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_GP_CODE] = { "gp_lgd", N_("Gram panchayat (LGD code)"),
    WORDS ("gp_lgd", "lgd code", "gp code", "एलजीडी कोड", "एल.जी.डी. कोड", "ग्राम पंचायत कोड", "lgd"), PATAL_FIELD_CODE },
  [PATAL_PERSON_FIELD_MOBILE] = { "mobile", N_("Mobile"),
    WORDS ("mobile", "मोबाइल", "मोबाईल", "मोबाइल नंबर", "मोबाईल नंबर", "मोबाइल न.", "मोबाइल क्रमांक", "मो. नं.", "दूरभाष", "mobile number", "mobile no",
           "phone", "contact", "contact no", "सम्पर्क", "संपर्क नंबर"), PATAL_FIELD_TEXT },
  [PATAL_PERSON_FIELD_EMAIL] = { "email", N_("E-mail"), WORDS ("email", "e-mail", "ई-मेल", "ईमेल", "email id", "mail"), PATAL_FIELD_TEXT },
  [PATAL_PERSON_FIELD_GENDER] = { "gender", N_("Gender"), WORDS ("gender", "लिंग", "sex", "महिला/पुरुष"), PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_SOCIAL] = { "social", N_("Category (SC, ST, other)"),
    WORDS ("social", "category", "वर्ग", "श्रेणी", "जाति वर्ग", "caste category", "social category"), PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_GUARDIAN] = { "guardian", N_("Father or husband"),
    WORDS ("guardian", "father_or_husband", "पिता/पति का नाम", "पिता / पति", "पिता का नाम", "पति का नाम", "father name", "father's name",
           "husband name", "father/husband name"), PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_FROM] = { "from", N_("Since"),
    WORDS ("from", "दिनांक से", "कब से", "पदस्थापना दिनांक", "पदस्थी दिनांक", "कार्यभार ग्रहण दिनांक", "कार्यग्रहण दिनांक", "from date", "since",
           "date of joining", "joining date"), PATAL_FIELD_DAY },
  [PATAL_PERSON_FIELD_ORDER_NO] = { "order_no", N_("Order number"), WORDS ("order_no", "आदेश क्रमांक", "आदेश क्र", "order number"),
    PATAL_FIELD_TEXT },
  [PATAL_PERSON_FIELD_REMARK] = { "remark", N_("Remark"), WORDS ("remark", "रिमार्क", "टिप्पणी", "रिमार्क्स", "remarks", "अभ्युक्ति"),
    PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_SECRETARY] = { "secretary_name", N_("Panchayat secretary: name"),
    WORDS ("secretary_name", "secretary", "name of secretary", "panchayat secretary", "panchayat secretary name", "सचिव", "सचिव का नाम", "सचिव नाम",
           "पंचायत सचिव", "पंचायत सचिव का नाम", "ग्राम पंचायत सचिव का नाम"), PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_SECRETARY_MOBILE] = { "secretary_mobile", N_("Panchayat secretary: mobile"),
    WORDS ("secretary_mobile", "secretary mobile no", "secretary mobile number", "secretary phone", "secretary contact", "सचिव मोबाइल", "सचिव मोबाईल",
           "सचिव का मोबाइल", "सचिव का मोबाइल नंबर", "सचिव मोबाइल नंबर", "सचिव का मोबाईल नंबर", "सचिव मो. नं.", "पंचायत सचिव का मोबाइल नंबर"),
    PATAL_FIELD_TEXT },
  [PATAL_PERSON_FIELD_GRS] = { "grs_name", N_("GRS: name"),
    WORDS ("grs_name", "grs", "name of grs", "gram rozgar sahayak", "gram rozgar sahayak name", "rozgar sahayak name", "रोजगार सहायक", "रोजगार सहायक का नाम",
           "ग्राम रोजगार सहायक", "ग्राम रोजगार सहायक का नाम", "जीआरएस", "जीआरएस का नाम"), PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_GRS_MOBILE] = { "grs_mobile", N_("GRS: mobile"),
    WORDS ("grs_mobile", "grs mobile no", "grs mobile number", "grs phone", "grs contact", "रोजगार सहायक मोबाइल", "रोजगार सहायक का मोबाइल",
           "रोजगार सहायक मोबाइल नंबर", "रोजगार सहायक का मोबाइल नंबर", "ग्राम रोजगार सहायक का मोबाइल नंबर", "जीआरएस मोबाइल"), PATAL_FIELD_TEXT },
  [PATAL_PERSON_FIELD_SARPANCH] = { "sarpanch_name", N_("Sarpanch: name"),
    WORDS ("sarpanch_name", "sarpanch", "name of sarpanch", "सरपंच", "सरपंच का नाम", "सरपंच नाम", "प्रधान का नाम", "ग्राम प्रधान का नाम", "मुखिया का नाम"),
    PATAL_FIELD_NAME },
  [PATAL_PERSON_FIELD_SARPANCH_MOBILE] = { "sarpanch_mobile", N_("Sarpanch: mobile"),
    WORDS ("sarpanch_mobile", "sarpanch mobile no", "sarpanch mobile number", "sarpanch phone", "सरपंच मोबाइल", "सरपंच का मोबाइल", "सरपंच मोबाइल नंबर",
           "सरपंच का मोबाइल नंबर", "प्रधान का मोबाइल नंबर", "मुखिया का मोबाइल नंबर"), PATAL_FIELD_TEXT },
};

typedef struct { const char *words; int value; } Meaning;

/* Whether the folded @text is one of @words, separated by |. */
static gboolean
is_one_of (const char *folded, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = patal_text_fold (parts[i], PATAL_FOLD_MATCH);

      if (g_str_equal (word, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_meaning (const char *text, const Meaning *meanings, gsize n, int *out)
{
  g_autofree char *folded = patal_text_fold (text, PATAL_FOLD_MATCH);

  for (gsize i = 0; i < n; i++)
    if (is_one_of (folded, meanings[i].words))
      {
        *out = meanings[i].value;
        return TRUE;
      }
  return *folded == '\0'; /* "-" */
}

static const Meaning genders[] = {
  { "female|f|woman|lady|महिला|म|स्त्री|नारी", PATAL_GENDER_FEMALE },
  { "male|m|man|पुरुष|पु|पुरूष", PATAL_GENDER_MALE },
  { "other|o|transgender|third gender|अन्य|तृतीय लिंग", PATAL_GENDER_OTHER },
};
static const Meaning socials[] = {
  { "sc|scheduled caste|अजा|अ.जा.|अनुसूचित जाति|अनु. जाति|एससी", PATAL_SOCIAL_SC },
  { "st|scheduled tribe|अजजा|अ.ज.जा.|अनुसूचित जनजाति|अनु. जनजाति|एसटी", PATAL_SOCIAL_ST },
  { "other|others|obc|gen|general|ur|ews|अन्य|सामान्य|अपिव|अ.पि.व.|पिछड़ा वर्ग|अन्य पिछड़ा वर्ग|ओबीसी|अनारक्षित", PATAL_SOCIAL_OTHER },
};
static const Meaning charges[] = {
  { "main|main charge|regular|permanent|मूल|मूल प्रभार|मूल पद|मूल पदस्थापना|नियमित|स्थायी|no|नहीं", PATAL_CHARGE_MAIN },
  { "additional|addl|additional charge|in charge|incharge|अतिरिक्त|अतिरिक्त प्रभार|प्रभार|प्रभारी|अति. प्रभार|yes|हाँ|हां", PATAL_CHARGE_ADDITIONAL },
};

struct _PatalPostFinder
{
  GPtrArray  *posts;   /* of PatalPost */
  GHashTable *by_code; /* code → PatalPost, borrowed */
  GHashTable *by_word; /* the file's own words, folded → PatalPost, borrowed */
};

void
patal_post_finder_free (PatalPostFinder *finder)
{
  if (finder == NULL)
    return;
  g_clear_pointer (&finder->by_word, g_hash_table_unref);
  g_clear_pointer (&finder->by_code, g_hash_table_unref);
  g_clear_pointer (&finder->posts, g_ptr_array_unref);
  g_free (finder);
}

PatalPostFinder *
patal_post_finder_new (PatalDb *db, GError **error)
{
  PatalPostFinder *finder = g_new0 (PatalPostFinder, 1);
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT substr (key, 6), hi, en FROM label WHERE key LIKE 'post.%'", PATAL_NO_ARGS);

  finder->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  finder->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  finder->posts = patal_posts (db, error);
  for (guint i = 0; finder->posts != NULL && i < finder->posts->len; i++)
    {
      PatalPost *post = g_ptr_array_index (finder->posts, i);

      g_hash_table_insert (finder->by_code, post->code, post);
    }
  while (finder->posts != NULL && patal_rows_next (&rows))
    {
      PatalPost *post = g_hash_table_lookup (finder->by_code, patal_rows_text (&rows, 0));

      for (int column = 1; post != NULL && column <= 2; column++)
        g_hash_table_insert (finder->by_word,
                             patal_text_fold (patal_rows_text (&rows, column), PATAL_FOLD_MATCH), post);
    }
  if (finder->posts != NULL && patal_rows_finish (&rows, error))
    return finder;
  patal_post_finder_free (finder);
  return NULL;
}

const PatalPost *
patal_post_finder_get (PatalPostFinder *finder, gint64 post)
{
  for (guint i = 0; i < finder->posts->len; i++)
    if (((const PatalPost *) g_ptr_array_index (finder->posts, i))->id == post)
      return g_ptr_array_index (finder->posts, i);
  return NULL;
}

/* "मुख्य कार्यपालन अधिकारी" is one of the district or of a block: the place tells. */
static const char *
code_of_chief (const char *folded, gboolean has_block)
{
  if (is_one_of (folded, "ceo|chief executive officer|सीईओ|मुख्य कार्यपालन अधिकारी|मुकाअ"))
    return has_block ? "CEO_JP" : "CEO_ZP";
  return NULL;
}

/* Takes out what says that the post is held in addition: "प्रभारी सचिव", "सचिव (अति. प्रभार)". TRUE where it
   stood there. */
static gboolean
take_out_charge (char *folded)
{
  static const char *const words[] = { "अतिरिक्त प्रभार", "अति प्रभार", "अतिरिक्त", "प्रभारी", "प्रभार", "additional charge", "in charge", "incharge", "additional" };
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      char *at = strstr (folded, words[i]);
      gsize n = strlen (words[i]);

      if (at == NULL || (at > folded && at[-1] != ' ') || (at[n] != ' ' && at[n] != '\0'))
        continue;
      memmove (at, at + n, strlen (at + n) + 1);
      found = TRUE;
    }
  return found;
}

static const PatalPost *
find_post (PatalPostFinder *finder, const char *text, gboolean has_block, gboolean *additional)
{
  g_autofree char *search = patal_text_fold (text, PATAL_FOLD_SEARCH),
                  *whole = patal_text_fold (text, PATAL_FOLD_MATCH);
  g_autofree char *rest = NULL;

  for (int part = 0; part < 2; part++)
    {
      const char *word = part == 0 ? whole : rest;
      const PatalPost *post = g_hash_table_lookup (finder->by_word, word);
      const char *code = post != NULL ? post->code : patal_post_code_of_word (word);

      if (code == NULL)
        code = code_of_chief (word, has_block);
      post = code != NULL ? g_hash_table_lookup (finder->by_code, code) : NULL;
      for (guint i = 0; post == NULL && i < finder->posts->len; i++)
        {
          const PatalPost *own = g_ptr_array_index (finder->posts, i);
          g_autofree char *folded = patal_text_fold (own->code, PATAL_FOLD_MATCH);

          if (g_str_equal (folded, word))
            post = own;
        }
      if (post != NULL || part == 1 || !take_out_charge (search))
        return post;
      *additional = TRUE;
      rest = patal_text_fold (search, PATAL_FOLD_MATCH);
    }
  return NULL;
}

void
patal_person_row_clear (PatalPersonRow *row)
{
  g_free (row->mobile);
  g_free (row->unsure);
  memset (row, 0, sizeof *row);
}

static gboolean
refuse (int *out_field, char **out_reason, int field, char *reason)
{
  *out_field = field;
  *out_reason = reason;
  return FALSE;
}

static void
read_names (PatalPersonRow *row, const char *const *cells)
{
  const char *hi = cells[PATAL_PERSON_FIELD_NAME_HI], *en = cells[PATAL_PERSON_FIELD_NAME_EN];

  if (hi != NULL && en == NULL && !patal_text_has_devanagari (hi))
    en = g_steal_pointer (&hi); /* "नाम: RAMLAL SAHU" */
  else if (hi == NULL && en != NULL && patal_text_has_devanagari (en))
    hi = g_steal_pointer (&en);
  row->names[PATAL_LANG_HI] = hi;
  row->names[PATAL_LANG_EN] = en;
  row->nobody = patal_person_name_is_nobody (hi) && patal_person_name_is_nobody (en);
  for (int lang = 0; lang < 2; lang++)
    if (row->names[lang] != NULL && patal_person_name_is_nobody (row->names[lang]))
      row->names[lang] = NULL;
}

static gboolean
read_contact (PatalPersonRow *row, const char *const *cells, int *field, char **reason)
{
  static const int texts[]
      = { PATAL_PERSON_FIELD_NAME_HI, PATAL_PERSON_FIELD_NAME_EN,  PATAL_PERSON_FIELD_GUARDIAN,
          PATAL_PERSON_FIELD_EMAIL,   PATAL_PERSON_FIELD_ORDER_NO, PATAL_PERSON_FIELD_REMARK };
  const char *mobile = cells[PATAL_PERSON_FIELD_MOBILE];
  g_autofree char *plain = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!patal_contact_no_aadhaar (cells[texts[i]], &error))
      return refuse (field, reason, texts[i], g_strdup (error->message));
  plain = mobile != NULL && !patal_person_name_is_nobody (mobile) ? g_strdup (mobile) : NULL;
  if (plain != NULL && g_str_has_suffix (plain, ".0"))
    plain[strlen (plain) - 2] = '\0'; /* a number out of a spreadsheet */
  if (!patal_contact_mobile_parse (plain, &row->mobile, &error))
    return refuse (field, reason, PATAL_PERSON_FIELD_MOBILE, g_strdup (error->message));
  row->email = cells[PATAL_PERSON_FIELD_EMAIL];
  if (row->email != NULL && patal_person_name_is_nobody (row->email))
    row->email = NULL;
  if (!patal_contact_email_check (row->email, &error))
    return refuse (field, reason, PATAL_PERSON_FIELD_EMAIL, g_strdup (error->message));
  return TRUE;
}

static gboolean
read_classes (PatalPersonRow *row, const char *const *cells, int *field, char **reason)
{
  int value = PATAL_GENDER_UNKNOWN;

  if (cells[PATAL_PERSON_FIELD_GENDER] != NULL
      && !read_meaning (cells[PATAL_PERSON_FIELD_GENDER], genders, G_N_ELEMENTS (genders), &value))
    return refuse (field, reason, PATAL_PERSON_FIELD_GENDER, g_strdup (_("The gender is female, male or other")));
  row->gender = (PatalGender) value;
  value = PATAL_SOCIAL_UNKNOWN;
  if (cells[PATAL_PERSON_FIELD_SOCIAL] != NULL
      && !read_meaning (cells[PATAL_PERSON_FIELD_SOCIAL], socials, G_N_ELEMENTS (socials), &value))
    return refuse (field, reason, PATAL_PERSON_FIELD_SOCIAL, g_strdup (_("The category is SC, ST or other")));
  row->social = (PatalSocial) value;
  value = -1;
  if (cells[PATAL_PERSON_FIELD_CHARGE] != NULL
      && !read_meaning (cells[PATAL_PERSON_FIELD_CHARGE], charges, G_N_ELEMENTS (charges), &value))
    return refuse (field, reason, PATAL_PERSON_FIELD_CHARGE, g_strdup (_("The charge is main or additional")));
  row->charge_said = value >= 0;
  row->charge = value == PATAL_CHARGE_ADDITIONAL ? PATAL_CHARGE_ADDITIONAL : PATAL_CHARGE_MAIN;
  return TRUE;
}

static gboolean
read_place (PatalPersonRow *row, const char *const *cells, const PatalUnitWords *words,
            PatalUnitFinder *units, int *field, char **reason)
{
  static const int fields[PATAL_N_LEVELS][3] = {
    [PATAL_LEVEL_STATE]
    = { PATAL_PERSON_FIELD_DISTRICT, PATAL_PERSON_FIELD_DISTRICT, PATAL_PERSON_FIELD_DISTRICT_CODE },
    [PATAL_LEVEL_DISTRICT]
    = { PATAL_PERSON_FIELD_DISTRICT, PATAL_PERSON_FIELD_DISTRICT, PATAL_PERSON_FIELD_DISTRICT_CODE },
    [PATAL_LEVEL_BLOCK]
    = { PATAL_PERSON_FIELD_BLOCK_HI, PATAL_PERSON_FIELD_BLOCK, PATAL_PERSON_FIELD_BLOCK_CODE },
    [PATAL_LEVEL_GP] = { PATAL_PERSON_FIELD_GP_HI, PATAL_PERSON_FIELD_GP, PATAL_PERSON_FIELD_GP_CODE },
    [PATAL_LEVEL_VILLAGE] = { PATAL_PERSON_FIELD_GP_HI, PATAL_PERSON_FIELD_GP, PATAL_PERSON_FIELD_GP_CODE },
  };
  PatalUnitMatch match = patal_unit_finder_find (units, words, row->post->level);
  int at_fault = fields[match.level][0];

  for (int i = 2; i >= 0; i--)
    if (cells[fields[match.level][i]] != NULL)
      at_fault = fields[match.level][i];
  if (match.unit == 0)
    return refuse (field, reason, at_fault, match.reason);
  row->unit = match.unit;
  row->unsure = match.reason;
  row->unsure_field = at_fault;
  row->unsure_unit = patal_unit_finder_above (units, match.unit, match.level);
  return TRUE;
}

static gboolean
read_post (PatalPersonRow *row, const char *const *cells, PatalPostFinder *posts, PatalUnitFinder *units,
           int *field, char **reason)
{
  const char *text = cells[PATAL_PERSON_FIELD_POST];
  const PatalUnitWords words[PATAL_N_LEVELS] = {
    [PATAL_LEVEL_DISTRICT]
    = { cells[PATAL_PERSON_FIELD_DISTRICT_CODE], { cells[PATAL_PERSON_FIELD_DISTRICT] } },
    [PATAL_LEVEL_BLOCK] = { cells[PATAL_PERSON_FIELD_BLOCK_CODE],
                            { cells[PATAL_PERSON_FIELD_BLOCK_HI], cells[PATAL_PERSON_FIELD_BLOCK] } },
    [PATAL_LEVEL_GP] = { cells[PATAL_PERSON_FIELD_GP_CODE],
                         { cells[PATAL_PERSON_FIELD_GP_HI], cells[PATAL_PERSON_FIELD_GP] } },
  };
  gboolean has_block = words[PATAL_LEVEL_BLOCK].code != NULL || words[PATAL_LEVEL_BLOCK].names[0] != NULL
                       || words[PATAL_LEVEL_BLOCK].names[1] != NULL;
  gboolean additional = FALSE;

  if (text == NULL)
    return !patal_unit_words_any (words)
           || refuse (field, reason, PATAL_PERSON_FIELD_POST, g_strdup (_("Say which post the person holds there")));
  row->post = find_post (posts, text, has_block, &additional);
  if (row->post == NULL)
    return refuse (field, reason, PATAL_PERSON_FIELD_POST,
                   g_strdup (_("No post of this file is called so: write for example Panchayat secretary, GRS or Sarpanch")));
  if (additional && !row->charge_said)
    {
      row->charge_said = TRUE;
      row->charge = PATAL_CHARGE_ADDITIONAL;
    }
  return read_place (row, cells, words, units, field, reason);
}

gboolean
patal_person_row_read (PatalPersonRow *row, const char *const *cells, PatalPostFinder *posts,
                       PatalUnitFinder *units, int *field, char **reason)
{
  memset (row, 0, sizeof *row);
  read_names (row, cells);
  if (!read_contact (row, cells, field, reason))
    return FALSE;
  if (row->nobody)
    return row->mobile == NULL
           || refuse (field, reason, PATAL_PERSON_FIELD_NAME_HI,
                      g_strdup (_("There is a mobile number but no name: write whose it is, or leave the mobile empty where the post is vacant")));
  row->guardian = cells[PATAL_PERSON_FIELD_GUARDIAN];
  row->order_no = cells[PATAL_PERSON_FIELD_ORDER_NO];
  row->remark = cells[PATAL_PERSON_FIELD_REMARK];
  row->from = patal_day_from_iso (cells[PATAL_PERSON_FIELD_FROM]);
  return read_classes (row, cells, field, reason) && read_post (row, cells, posts, units, field, reason);
}
