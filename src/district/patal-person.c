/* patal-person.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-person.h"
#include "patal-contact.h"
#include "patal-place-sql.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-person-error-quark, patal_person_error)

static const struct { const char *id, *title; } genders[PATAL_N_GENDERS] = {
  { NULL, "" }, { "female", N_("Female") }, { "male", N_("Male") }, { "other", N_("Other") },
};

static const struct { const char *id, *title; } socials[PATAL_N_SOCIALS] = {
  { NULL, "" }, { "sc", N_("Scheduled caste") }, { "st", N_("Scheduled tribe") }, { "other", N_("Other") },
};

const char *
patal_gender_id (PatalGender gender)
{
  g_return_val_if_fail (gender < PATAL_N_GENDERS, NULL);
  return genders[gender].id;
}

const char *
patal_gender_title (PatalGender gender)
{
  g_return_val_if_fail (gender < PATAL_N_GENDERS, "");
  return genders[gender].title;
}

const char *
patal_social_id (PatalSocial social)
{
  g_return_val_if_fail (social < PATAL_N_SOCIALS, NULL);
  return socials[social].id;
}

const char *
patal_social_title (PatalSocial social)
{
  g_return_val_if_fail (social < PATAL_N_SOCIALS, "");
  return socials[social].title;
}

static PatalGender
gender_of_id (const char *id)
{
  PatalGender gender = PATAL_N_GENDERS - 1;

  while (gender > PATAL_GENDER_UNKNOWN && g_strcmp0 (id, genders[gender].id) != 0)
    gender--;
  return gender;
}

static PatalSocial
social_of_id (const char *id)
{
  PatalSocial social = PATAL_N_SOCIALS - 1;

  while (social > PATAL_SOCIAL_UNKNOWN && g_strcmp0 (id, socials[social].id) != 0)
    social--;
  return social;
}

void
patal_person_clear (PatalPerson *person)
{
  g_free (person->name_hi);
  g_free (person->name_en);
  g_free (person->mobile);
  g_free (person->email);
  g_free (person->guardian);
  g_free (person->remark);
  memset (person, 0, sizeof *person);
}

static void
take_photo (PatalRows *rows, int column, PatalPerson *person)
{
  g_autoptr (GBytes) hash = patal_rows_null (rows, column) ? NULL : patal_rows_bytes (rows, column);

  person->has_photo = hash != NULL && g_bytes_get_size (hash) == sizeof person->photo;
  if (person->has_photo)
    memcpy (person->photo, g_bytes_get_data (hash, NULL), sizeof person->photo);
}

gboolean
patal_person_load (PatalDb *db, gint64 id, PatalPerson *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT name_hi, name_en, mobile, email, guardian, remark, gender, social, consent, photo FROM person WHERE id = ?1",
    PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalPerson) person = { .id = id };
  gboolean found = patal_rows_next (&rows);

  if (found)
    {
      char **texts[] = { &person.name_hi, &person.name_en,  &person.mobile,
                         &person.email,   &person.guardian, &person.remark };

      for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
        *texts[i] = g_strdup (patal_rows_text (&rows, i));
      person.gender = gender_of_id (patal_rows_text (&rows, 6));
      person.social = social_of_id (patal_rows_text (&rows, 7));
      person.consent = patal_rows_int (&rows, 8) != 0;
      take_photo (&rows, 9, &person);
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This person is no longer in the file"));
      return FALSE;
    }
  *out = person;
  memset (&person, 0, sizeof person);
  return TRUE;
}

gboolean
patal_person_name_is_nobody (const char *name)
{
  static const char *const whole[] = { "", "nil", "na", "n a", "none", "no", "xxx", "0", "निरंक", "कोई नहीं", "नहीं", "खाली", "शून्य" };
  static const char *const first[] = { "रिक्त", "पद रिक्त", "vacant", "post vacant" };
  g_autofree char *folded = patal_text_fold (name, PATAL_FOLD_SEARCH);

  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autofree char *word = patal_text_fold (whole[i], PATAL_FOLD_SEARCH);

      if (g_str_equal (folded, word))
        return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *word = patal_text_fold (first[i], PATAL_FOLD_SEARCH);

      if (g_str_has_prefix (folded, word) && strchr (" ", folded[strlen (word)]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_names (const PatalPerson *person, const char **field, GError **error)
{
  const char *names[] = { person->name_hi, person->name_en };
  static const char *const ids[] = { "name_hi", "name_en" };

  *field = "name_hi";
  if (person->name_hi == NULL && person->name_en == NULL)
    {
      g_set_error_literal (error, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_NAME,
                           _("A person needs a name, in Hindi or in English"));
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && patal_person_name_is_nobody (names[i]))
      {
        *field = ids[i];
        g_set_error_literal (error, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_NAME,
                             _("This is not a person's name: leave a vacant post without a person"));
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_no_aadhaar (const PatalPerson *person, const char **field, GError **error)
{
  const struct { const char *id, *text; } texts[] = {
    { "name_hi", person->name_hi }, { "name_en", person->name_en }, { "guardian", person->guardian },
    { "email", person->email }, { "remark", person->remark }, { "mobile", person->mobile },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      *field = texts[i].id;
      if (!patal_contact_no_aadhaar (texts[i].text, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
patal_person_check (const PatalPerson *person, const char **field, GError **error)
{
  const char *ignored;

  if (field == NULL)
    field = &ignored;
  if (!check_names (person, field, error) || !check_no_aadhaar (person, field, error))
    return FALSE;
  *field = "mobile";
  if (!patal_contact_mobile_check (person->mobile, error))
    return FALSE;
  *field = "email";
  return patal_contact_email_check (person->email, error);
}

/* ?1 to ?11, in the order of both statements. */
#define PERSON_ARGS(person)                                                                                  \
  PATAL_ARGS (PATAL_INT ((person)->id), PATAL_TEXT ((person)->name_hi), PATAL_TEXT ((person)->name_en),      \
              PATAL_TEXT (patal_gender_id ((person)->gender)),                                               \
              PATAL_TEXT (patal_social_id ((person)->social)), PATAL_TEXT ((person)->mobile),                \
              PATAL_TEXT ((person)->email), PATAL_TEXT ((person)->guardian),                                 \
              (person)->has_photo ? PATAL_BYTES ((person)->photo, sizeof (person)->photo) : PATAL_NULL,      \
              PATAL_INT ((person)->consent != FALSE), PATAL_TEXT ((person)->remark))

gboolean
patal_person_insert (PatalDb *db, PatalPerson *person, GError **error)
{
  if (!patal_person_check (person, NULL, error))
    return FALSE;
  person->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO person (id, name_hi, name_en, gender, social, mobile, email, guardian, photo, consent, remark)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", PERSON_ARGS (person), error);
}

gboolean
patal_person_update (PatalDb *db, const PatalPerson *person, GError **error)
{
  return patal_person_check (person, NULL, error)
         && patal_db_run (db,
              "UPDATE person SET name_hi = ?2, name_en = ?3, gender = ?4, social = ?5, mobile = ?6, email = ?7, guardian = ?8,"
              " photo = ?9, consent = ?10, remark = ?11 WHERE id = ?1", PERSON_ARGS (person), error);
}

gboolean
patal_person_remove (PatalDb *db, gint64 id, GError **error)
{
  gint64 n;

  if (!patal_db_int (db, "SELECT count (*) FROM posting WHERE person = ?1", PATAL_ARGS (PATAL_INT (id)), &n, error))
    return FALSE;
  if (n > 0)
    {
      g_autofree char *name = patal_person_name (db, id, PATAL_LANG_HI);

      g_set_error (error, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_IN_USE,
                   ngettext ("%s cannot be removed: %d posting names this person. End or remove it first.",
                             "%s cannot be removed: %d postings name this person. End or remove them first.", (gulong) n),
                   name, (int) n);
      return FALSE;
    }
  return patal_db_run (db, "DELETE FROM person WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

char *
patal_person_name (PatalDb *db, gint64 id, PatalLang lang)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT iif (?2, ifnull (name_hi, name_en), ifnull (name_en, name_hi)) FROM person WHERE id = ?1",
    PATAL_ARGS (PATAL_INT (id), PATAL_INT (lang == PATAL_LANG_HI)));

  return patal_rows_next (&rows) ? g_strdup (patal_rows_text (&rows, 0)) : NULL;
}
