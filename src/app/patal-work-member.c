/* patal-work-member.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-member.h"
#include "patal-degrees.h"
#include "patal-text.h"
#include <glib/gi18n.h>
#include <math.h>

typedef enum { TEXT, FY, DAY, MONEY, COUNT, DEGREES } Kind;

static const struct
{
  const char *id;
  Kind        kind;
  gsize       offset;
} members[PATAL_N_MEMBERS] = {
  [PATAL_MEMBER_VILLAGE] = { "village", TEXT, G_STRUCT_OFFSET (PatalWork, village) },
  [PATAL_MEMBER_NAME_HI] = { "name_hi", TEXT, G_STRUCT_OFFSET (PatalWork, name_hi) },
  [PATAL_MEMBER_NAME_EN] = { "name_en", TEXT, G_STRUCT_OFFSET (PatalWork, name_en) },
  [PATAL_MEMBER_CODE] = { "code", TEXT, G_STRUCT_OFFSET (PatalWork, code) },
  [PATAL_MEMBER_CATEGORY] = { "category", TEXT, G_STRUCT_OFFSET (PatalWork, category) },
  [PATAL_MEMBER_FY] = { "fy", FY, G_STRUCT_OFFSET (PatalWork, fy) },
  [PATAL_MEMBER_BENEFICIARY] = { "beneficiary", TEXT, G_STRUCT_OFFSET (PatalWork, beneficiary) },
  [PATAL_MEMBER_GUARDIAN] = { "guardian", TEXT, G_STRUCT_OFFSET (PatalWork, guardian) },
  [PATAL_MEMBER_JOB_CARD] = { "job_card", TEXT, G_STRUCT_OFFSET (PatalWork, job_card) },
  [PATAL_MEMBER_TS_NO] = { "ts_no", TEXT, G_STRUCT_OFFSET (PatalWork, ts_no) },
  [PATAL_MEMBER_TS_DAY] = { "ts_day", DAY, G_STRUCT_OFFSET (PatalWork, ts_day) },
  [PATAL_MEMBER_AS_NO] = { "as_no", TEXT, G_STRUCT_OFFSET (PatalWork, as_no) },
  [PATAL_MEMBER_AS_DAY] = { "as_day", DAY, G_STRUCT_OFFSET (PatalWork, as_day) },
  [PATAL_MEMBER_WAGE] = { "sanctioned.wage", MONEY, G_STRUCT_OFFSET (PatalWork, sanctioned.wage_paise) },
  [PATAL_MEMBER_MATERIAL] = { "sanctioned.material", MONEY, G_STRUCT_OFFSET (PatalWork, sanctioned.material_paise) },
  [PATAL_MEMBER_TOTAL] = { "sanctioned.total", MONEY, G_STRUCT_OFFSET (PatalWork, sanctioned.total_paise) },
  [PATAL_MEMBER_DAYS] = { "days", COUNT, G_STRUCT_OFFSET (PatalWork, days) },
  [PATAL_MEMBER_RATE] = { "rate", MONEY, G_STRUCT_OFFSET (PatalWork, rate_paise) },
  [PATAL_MEMBER_AGENCY] = { "agency", TEXT, G_STRUCT_OFFSET (PatalWork, agency) },
  [PATAL_MEMBER_CONVERGENCE] = { "convergence", TEXT, G_STRUCT_OFFSET (PatalWork, convergence) },
  [PATAL_MEMBER_START] = { "start", DAY, G_STRUCT_OFFSET (PatalWork, start) },
  [PATAL_MEMBER_END] = { "end", DAY, G_STRUCT_OFFSET (PatalWork, end) },
  [PATAL_MEMBER_SPENT_WAGE] = { "spent.wage", MONEY, G_STRUCT_OFFSET (PatalWork, spent.wage_paise) },
  [PATAL_MEMBER_SPENT_MATERIAL] = { "spent.material", MONEY, G_STRUCT_OFFSET (PatalWork, spent.material_paise) },
  [PATAL_MEMBER_SPENT_TOTAL] = { "spent.total", MONEY, G_STRUCT_OFFSET (PatalWork, spent.total_paise) },
  [PATAL_MEMBER_SPENT_DAYS] = { "spent_days", COUNT, G_STRUCT_OFFSET (PatalWork, spent_days) },
  [PATAL_MEMBER_LAT] = { "lat", DEGREES, G_STRUCT_OFFSET (PatalWork, lat) },
  [PATAL_MEMBER_LON] = { "lon", DEGREES, G_STRUCT_OFFSET (PatalWork, lon) },
  [PATAL_MEMBER_REMARK] = { "remark", TEXT, G_STRUCT_OFFSET (PatalWork, remark) },
};

const char *
patal_work_member_id (PatalWorkMember member)
{
  return members[member].id;
}

gboolean
patal_work_member_is_text (PatalWorkMember member)
{
  return members[member].kind == TEXT;
}

char *
patal_work_member_format (PatalWorkMember member, const PatalWork *work)
{
  gsize offset = members[member].offset;

  switch (members[member].kind)
    {
    case TEXT:
      return g_strdup (G_STRUCT_MEMBER (char *, work, offset));
    case FY:
      return work->fy != 0 ? patal_fy_label (work->fy) : NULL;
    case DAY:
      return G_STRUCT_MEMBER (PatalDay, work, offset) != PATAL_DAY_NONE
                 ? patal_day_format (G_STRUCT_MEMBER (PatalDay, work, offset)) : NULL;
    case MONEY:
      return G_STRUCT_MEMBER (gint64, work, offset) != PATAL_WORK_UNKNOWN
                 ? patal_money_format (G_STRUCT_MEMBER (gint64, work, offset), PATAL_MONEY_RUPEES) : NULL;
    case COUNT:
      return G_STRUCT_MEMBER (gint64, work, offset) != PATAL_WORK_UNKNOWN
                 ? patal_number_group (G_STRUCT_MEMBER (gint64, work, offset)) : NULL;
    case DEGREES:
      return work->has_place && !isnan (G_STRUCT_MEMBER (double, work, offset))
                 ? patal_degrees_format (G_STRUCT_MEMBER (double, work, offset)) : NULL;
    }
  g_return_val_if_reached (NULL);
}

static gboolean
parse_amount (gint64 *into, Kind kind, const char *typed, GError **error)
{
  gint64 n = PATAL_WORK_UNKNOWN;

  if (typed != NULL && !(kind == MONEY ? patal_money_parse (typed, &n, error) : patal_number_parse (typed, &n, error)))
    return FALSE;
  if (typed != NULL && n < 0) /* before it is mistaken for what is not known */
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE,
                             kind == MONEY ? _("An amount cannot be below 0") : _("A number of days cannot be below 0"));
  *into = n;
  return TRUE;
}

/* One half may be typed before the other is: it is kept beside a half that is not a number. */
static gboolean
parse_degrees (PatalWork *work, gsize offset, const char *typed, GError **error)
{
  double degrees = NAN;

  if (typed != NULL && !patal_degrees_parse (typed, &degrees, error))
    return FALSE;
  if (!work->has_place)
    work->lat = work->lon = NAN;
  G_STRUCT_MEMBER (double, work, offset) = degrees;
  work->has_place = !isnan (work->lat) || !isnan (work->lon);
  return TRUE;
}

gboolean
patal_work_member_parse (PatalWorkMember member, PatalWork *work, const char *typed, GError **error)
{
  g_autofree char *clean = typed != NULL ? patal_text_clean (typed) : NULL;
  gsize offset = members[member].offset;

  switch (members[member].kind)
    {
    case TEXT:
      g_free (G_STRUCT_MEMBER (char *, work, offset));
      G_STRUCT_MEMBER (char *, work, offset) = g_steal_pointer (&clean);
      return TRUE;
    case FY:
      if (clean != NULL)
        return patal_fy_parse (clean, &work->fy, error);
      work->fy = 0;
      return TRUE;
    case DAY:
      if (clean != NULL)
        return patal_day_parse (clean, &G_STRUCT_MEMBER (PatalDay, work, offset), error);
      G_STRUCT_MEMBER (PatalDay, work, offset) = PATAL_DAY_NONE;
      return TRUE;
    case MONEY:
    case COUNT:
      return parse_amount (&G_STRUCT_MEMBER (gint64, work, offset), members[member].kind, clean, error);
    case DEGREES:
      return parse_degrees (work, offset, clean, error);
    }
  g_return_val_if_reached (FALSE);
}

gboolean
patal_work_differs (const PatalWork *a, const PatalWork *b)
{
  g_autofree char *of_a = a->materials != NULL ? patal_materials_format (a->materials) : NULL;
  g_autofree char *of_b = b->materials != NULL ? patal_materials_format (b->materials) : NULL;
  gboolean other = a->gp != b->gp || a->kind != b->kind || a->status != b->status || a->scheme != b->scheme
                   || g_strcmp0 (of_a, of_b) != 0;

  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS && !other; i++)
    {
      g_autofree char *in_a = patal_work_member_format (i, a), *in_b = patal_work_member_format (i, b);

      other = g_strcmp0 (in_a, in_b) != 0;
    }
  return other;
}
