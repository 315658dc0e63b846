/* patal-work-check.c: the rules of domain.md 4.1 and 9.2 that a work keeps
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-degrees.h"
#include "patal-work-private.h"
#include "patal-contact.h"
#include "patal-label.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define FY_LEAST 1990
#define FY_MOST  2100

#define PERSON_NUMBER_DIGITS 12

static gboolean
refuse (const char **field, const char *id, GError **error, PatalWorkError code, const char *sentence)
{
  *field = id;
  g_set_error_literal (error, PATAL_WORK_ERROR, (int) code, sentence);
  return FALSE;
}

gboolean
patal_work_is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
check_name (const char *name, const char *id, const char **field, GError **error)
{
  glong n = name != NULL ? g_utf8_strlen (name, -1) : 0;
  g_autofree char *length = NULL, *most = NULL, *sentence = NULL;

  if (n <= PATAL_WORK_NAME_MAX)
    return TRUE;
  length = g_strdup_printf ("%ld", n);
  most = g_strdup_printf ("%d", PATAL_WORK_NAME_MAX);
  sentence = patal_label_text (PATAL_LABEL (
    N_("The name has {1} letters; {2} at most are kept: shorten it"), length, most), NULL);
  return refuse (field, id, error, PATAL_WORK_ERROR_NAME, sentence);
}

static guint
digits_at (const char *p)
{
  guint n = 0;

  while (g_ascii_isdigit (p[n]))
    n++;
  return n;
}

/* Twelve digits together, or in three groups of four. */
static gboolean
person_number_at (const char *p)
{
  if (digits_at (p) == PERSON_NUMBER_DIGITS)
    return TRUE;
  for (int group = 0; group < 3; group++, p += 5)
    if (digits_at (p) != 4 || (group < 2 && (p[4] == '\0' || strchr (" -./", p[4]) == NULL)))
      return FALSE;
  return TRUE;
}

/* Where a person is named no number of twelve digits has a place: a job card's has letters and strokes. */
static gboolean
holds_person_number (const char *text)
{
  g_autofree char *ascii = text != NULL ? patal_text_ascii_digits (text) : g_strdup ("");

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        if (person_number_at (p))
          return TRUE;
        p += digits_at (p) - 1;
      }
  return FALSE;
}

static gboolean
check_persons (const PatalWork *work, const char **field, GError **error)
{
  const struct { const char *id, *text; } persons[] = {
    { "beneficiary", work->beneficiary }, { "guardian", work->guardian }, { "job_card", work->job_card },
  };
  const struct { const char *id, *text; } others[] = {
    { "name_hi", work->name_hi }, { "name_en", work->name_en }, { "village", work->village }, { "remark", work->remark },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (persons); i++)
    if (holds_person_number (persons[i].text))
      return refuse (field, persons[i].id, error, PATAL_WORK_ERROR_PERSON_NUMBER,
                     _("A number of twelve digits stands here, as on an Aadhaar card: it must not be kept, take it out"));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) problem = NULL;

      if (!patal_contact_no_aadhaar (others[i].text, &problem))
        return refuse (field, others[i].id, error, PATAL_WORK_ERROR_PERSON_NUMBER, problem->message);
    }
  return TRUE;
}

static gboolean
check_numbers (const PatalWork *work, const char **field, GError **error)
{
  const struct { const char *id; gint64 n, least, most; } numbers[] = {
    { "sanctioned.wage", work->sanctioned.wage_paise, 0, PATAL_MONEY_MAX_PAISE },
    { "sanctioned.material", work->sanctioned.material_paise, 0, PATAL_MONEY_MAX_PAISE },
    { "sanctioned.total", work->sanctioned.total_paise, 0, PATAL_MONEY_MAX_PAISE },
    { "days", work->days, 0, PATAL_WORK_DAYS_MAX },
    { "rate", work->rate_paise, 1, PATAL_MONEY_MAX_PAISE },
    { "spent.wage", work->spent.wage_paise, 0, PATAL_MONEY_MAX_PAISE },
    { "spent.material", work->spent.material_paise, 0, PATAL_MONEY_MAX_PAISE },
    { "spent.total", work->spent.total_paise, 0, PATAL_MONEY_MAX_PAISE },
    { "spent_days", work->spent_days, 0, PATAL_WORK_DAYS_MAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (numbers[i].n == PATAL_WORK_UNKNOWN || (numbers[i].n >= numbers[i].least && numbers[i].n <= numbers[i].most))
        continue;
      return refuse (field, numbers[i].id, error, PATAL_WORK_ERROR_NUMBER,
                     numbers[i].n > numbers[i].most ? _("This number is larger than any work's")
                     : numbers[i].least > 0         ? _("A day's wage is more than 0")
                                                    : _("This number cannot be below 0"));
    }
  return TRUE;
}

static gboolean
check_time (const PatalWork *work, const char **field, GError **error)
{
  gboolean goes_on = work->status == PATAL_WORK_SANCTIONED || work->status == PATAL_WORK_ONGOING;

  if (work->fy != 0 && (work->fy < FY_LEAST || work->fy > FY_MOST))
    return refuse (field, "fy", error, PATAL_WORK_ERROR_FY, _("A financial year is from 1990-91 to 2100-01"));
  if (work->start != PATAL_DAY_NONE && work->end != PATAL_DAY_NONE && work->end < work->start)
    return refuse (field, "end", error, PATAL_WORK_ERROR_SPAN, _("The work is completed before it began"));
  if (work->end != PATAL_DAY_NONE && goes_on)
    return refuse (field, "status", error, PATAL_WORK_ERROR_STATUS,
                   _("A day of completion is given, so the work is completed or closed: change the status, or leave out the day"));
  return TRUE;
}

static gboolean
check_materials (const PatalWork *work, const char **field, GError **error)
{
  for (guint i = 0; work->materials != NULL && i < work->materials->len; i++)
    {
      const PatalMaterial *material = g_ptr_array_index (work->materials, i);

      if (patal_work_is_blank (material->name))
        return refuse (field, "materials", error, PATAL_WORK_ERROR_MATERIAL, _("A material needs a name"));
      if (!patal_material_text_ok (material->name) || !patal_material_text_ok (material->quantity))
        return refuse (field, "materials", error, PATAL_WORK_ERROR_MATERIAL,
                       _("The name and the quantity of a material are written without “;” and “:”"));
      if (material->paise != PATAL_WORK_UNKNOWN && (material->paise < 0 || material->paise > PATAL_MONEY_MAX_PAISE))
        return refuse (field, "materials", error, PATAL_WORK_ERROR_MATERIAL, _("The amount of a material cannot be below 0"));
    }
  return TRUE;
}

static gboolean
check_place (const PatalWork *work, const char **field, GError **error)
{
  g_autoptr (GError) fault = NULL;
  PatalDegreesHalf half;

  if (!work->has_place)
    return TRUE;
  if (patal_degrees_check_place (work->lat, work->lon, &half, &fault))
    return TRUE;
  return refuse (field, half == PATAL_DEGREES_LAT ? "lat" : "lon", error, PATAL_WORK_ERROR_PLACE, fault->message);
}

gboolean
patal_work_check (const PatalWork *work, const char **field, GError **error)
{
  const char *ignored;

  if (field == NULL)
    field = &ignored;
  if (patal_work_is_blank (work->name_hi) && patal_work_is_blank (work->name_en))
    return refuse (field, "name_hi", error, PATAL_WORK_ERROR_NAME, _("A work needs a name, in Hindi or in English"));
  if (work->gp == 0)
    return refuse (field, "gp", error, PATAL_WORK_ERROR_GP, _("Choose the gram panchayat where the work is done"));
  return check_name (work->name_hi, "name_hi", field, error) && check_name (work->name_en, "name_en", field, error)
         && check_time (work, field, error) && check_numbers (work, field, error) && check_place (work, field, error)
         && check_persons (work, field, error) && check_materials (work, field, error);
}
