/* patal-plan-rules.c: params.csv
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-files-private.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

enum { KEY, VALUE };

typedef struct
{
  const char *key;
  gboolean (*read) (PatalPlanRows *rows, PatalPlanRules *rules, GError **error);
} Rule;

#define WHOLE(name, least, most)                                                                             \
  static gboolean read_##name (PatalPlanRows *rows, PatalPlanRules *rules, GError **error)                   \
  {                                                                                                          \
    return patal_plan_rows_whole (rows, VALUE, FALSE, least, most, &rules->name, error);                     \
  }
WHOLE (batch_min, 0, PATAL_PLAN_MOST_HEADS)
WHOLE (batch_max, 1, PATAL_PLAN_MOST_HEADS)
WHOLE (batch_fill, 1, PATAL_PLAN_MOST_PERCENT)
WHOLE (detour_pct, 100, PATAL_PLAN_MOST_PERCENT)
WHOLE (rank_metres, 0, 1000000)
WHOLE (most_run, 1, PATAL_PLAN_MOST_HEADS)
WHOLE (gap_days, 1, PATAL_PLAN_MOST_HEADS)
#undef WHOLE

/* Metres that are not passed; 0 km: no limit. */
static gboolean
read_limit (PatalPlanRows *rows, gint64 *metres, GError **error)
{
  double km = 0;

  if (!patal_plan_rows_km (rows, VALUE, FALSE, &km, error))
    return FALSE;
  if (km > 0 && km * 1000 < 1)
    return patal_plan_rows_fail (
        rows, VALUE, PATAL_PLAN_FILES_ERROR_VALUE, error, "%s",
        _("A limit of less than a metre lets nobody come. Write a larger one, or 0 for none."));
  *metres = (gint64) floor (km * 1000);
  return TRUE;
}

static gboolean
read_max_km (PatalPlanRows *rows, PatalPlanRules *rules, GError **error)
{
  return read_limit (rows, &rules->most_metres, error);
}

static gboolean
read_trainer_max_km (PatalPlanRows *rows, PatalPlanRules *rules, GError **error)
{
  return read_limit (rows, &rules->trainer_most_metres, error);
}

static gboolean
read_cross_block (PatalPlanRows *rows, PatalPlanRules *rules, GError **error)
{
  static const char *const answers[] = { "0", "1", "", NULL };
  guint answer;

  if (!patal_plan_rows_word (rows, VALUE, answers, &answer, error))
    return FALSE;
  rules->cross_block = answer == 1;
  return TRUE;
}

static gboolean
read_scope (PatalPlanRows *rows, PatalPlanRules *rules, GError **error)
{
  static const char *const scopes[] = { "state", "district", "block", "", NULL };
  static const PatalPlanScope meant[]
      = { PATAL_PLAN_STATE, PATAL_PLAN_DISTRICT, PATAL_PLAN_BLOCK, PATAL_PLAN_DISTRICT };
  guint scope;

  if (!patal_plan_rows_word (rows, VALUE, scopes, &scope, error))
    return FALSE;
  rules->trainer_scope = meant[scope];
  return TRUE;
}

static gboolean
read_weekly_off (PatalPlanRows *rows, PatalPlanRules *rules, GError **error)
{
  const char *digits = patal_plan_rows_text (rows, VALUE);

  if (*digits == '\0')
    return TRUE;
  if (digits[strspn (digits, "01234567 ")] != '\0')
    return patal_plan_rows_fail (rows, VALUE, PATAL_PLAN_FILES_ERROR_VALUE, error,
                                 _("“%s” are not weekdays. Write their digits, 1 for Monday to 7 for "
                                    "Sunday, such as 67; 0 for none."),
                                 patal_plan_rows_shown (rows, VALUE));
  rules->weekly_off = 0;
  for (; *digits != '\0'; digits++)
    if (*digits >= '1' && *digits <= '7')
      rules->weekly_off |= PATAL_WEEKDAYS (*digits - '0');
  return TRUE;
}

static gboolean
read_today (PatalPlanRows *rows, PatalPlanRules *rules, GError **error)
{
  return patal_plan_rows_day (rows, VALUE, FALSE, &rules->today, error);
}

static const Rule all_rules[] = {
  { "batch_min", read_batch_min },
  { "batch_max", read_batch_max },
  { "batch_fill", read_batch_fill },
  { "detour_pct", read_detour_pct },
  { "pref_m", read_rank_metres },
  { "max_km", read_max_km },
  { "cross_block", read_cross_block },
  { "max_run", read_most_run },
  { "trainer_scope", read_scope },
  { "trainer_max_km", read_trainer_max_km },
  { "gap_min", read_gap_days },
  { "weekly_off", read_weekly_off },
  { "today", read_today },
};

static const Rule *
find_rule (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_rules); i++)
    if (g_str_equal (all_rules[i].key, key))
      return &all_rules[i];
  return NULL;
}

gboolean
patal_plan_files_read_rules (PatalPlanReading *reading, GError **error)
{
  static const PatalPlanColumn columns[]
      = { { "key", PATAL_PLAN_MUST_HAVE }, { "value", PATAL_PLAN_MUST_HAVE } };
  PatalPlanRules *rules = &reading->files->data.rules;
  g_auto (PatalPlanRows) rows = { 0 };

  *rules = patal_plan_rules_usual ();
  if (!patal_plan_files_open (reading, &rows, "params.csv", FALSE, columns, G_N_ELEMENTS (columns), error))
    return FALSE;
  while (patal_plan_rows_next (&rows))
    {
      const Rule *rule = find_rule (patal_plan_rows_text (&rows, KEY));

      if (rule == NULL)
        patal_plan_files_remark (
            reading,
            patal_plan_rows_remark (&rows, KEY, _("There is no rule “%s”, so the row counts for nothing."),
                                    patal_plan_rows_shown (&rows, KEY)));
      else if (!rule->read (&rows, rules, error))
        return FALSE;
    }
  if (rules->batch_max == 0)
    {
      g_set_error_literal (error, PATAL_PLAN_FILES_ERROR, PATAL_PLAN_FILES_ERROR_RULES,
                           _("params.csv does not say how many persons a batch may have. Write a row "
                              "batch_max, such as batch_max,40."));
      return FALSE;
    }
  if (rules->batch_min > rules->batch_max)
    patal_plan_files_remark (
        reading,
        g_strdup_printf (
            _("params.csv: batch_min, %d, is more than batch_max, %d, so that hardly any batch can be "
               "formed."),
            rules->batch_min, rules->batch_max));
  return TRUE;
}
