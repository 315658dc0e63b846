/* patal-board-findings.c: what is wrong with a board before it is printed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-politician.h"
#include "patal-board-search.h"
#include "patal-text-fault.h"
#include <glib/gi18n-lib.h>

/* Estimates round up to whole days and add for measuring: a tenth is usual, more is worth a look. */
#define WAGE_SLACK_PER_CENT 10

typedef PatalBoardSearch Search;

void
patal_finding_free (PatalFinding *finding)
{
  g_free (finding->text);
  g_free (finding->remedy);
  g_free (finding->value);
  g_free (finding);
}

PatalFinding *
patal_finding_copy (const PatalFinding *finding)
{
  PatalFinding *copy = g_new (PatalFinding, 1);

  *copy = *finding;
  copy->text = g_strdup (finding->text);
  copy->remedy = g_strdup (finding->remedy);
  copy->value = g_strdup (finding->value);
  return copy;
}

PatalFinding *
patal_finding_add (const PatalBoardSearch *self, PatalFindingKind kind, PatalFindingWeight weight, const char *field, char *text)
{
  PatalFinding *finding = g_new (PatalFinding, 1);

  *finding = (PatalFinding) { kind, weight, field, text, NULL, NULL };
  g_ptr_array_add (self->findings, finding);
  return finding;
}

void
patal_finding_offer (PatalFinding *finding, char *remedy, char *value)
{
  finding->remedy = remedy;
  finding->value = value;
}

static char *
figure (gint64 paise)
{
  return patal_money_format (paise, PATAL_MONEY_RUPEES);
}

static gboolean
is_known (gint64 n)
{
  return n != PATAL_WORK_UNKNOWN;
}

/* Days. */

static void
find_future (const Search *self)
{
  const PatalWork *work = &self->facts->work;
  const struct { const char *field, *label; PatalDay day; } days[] = {
    { "ts_day", N_("Day of the technical sanction"), work->ts_day },
    { "as_day", N_("Day of the administrative sanction"), work->as_day },
    { "start", N_("Work begun on"), work->status != PATAL_WORK_SANCTIONED ? work->start : PATAL_DAY_NONE },
    { "end", N_("Work completed on"), work->end },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i].day != PATAL_DAY_NONE && days[i].day > self->today)
      {
        g_autofree char *day = patal_day_format (days[i].day);

        patal_finding_add (self, PATAL_FINDING_DATES, PATAL_FINDING_WARNS, days[i].field,
                           g_strdup_printf (_("“%s”: %s is still to come"), _(days[i].label), day));
      }
}

static void
find_order_of_days (const Search *self)
{
  const PatalWork *work = &self->facts->work;
  const struct { PatalDay before, after; const char *field, *sentence; PatalFindingWeight weight; } pairs[] = {
    { work->start, work->end, "end",
      N_("The work was completed on %2$s, before it began on %1$s"), PATAL_FINDING_STOPS },
    { work->as_day, work->start, "start",
      N_("The work began on %2$s, before its administrative sanction of %1$s"), PATAL_FINDING_WARNS },
    { work->ts_day, work->start, "start",
      N_("The work began on %2$s, before its technical sanction of %1$s"), PATAL_FINDING_WARNS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].before != PATAL_DAY_NONE && pairs[i].after != PATAL_DAY_NONE && pairs[i].after < pairs[i].before)
      {
        g_autofree char *before = patal_day_format (pairs[i].before), *after = patal_day_format (pairs[i].after);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the sentences above */
        patal_finding_add (self, PATAL_FINDING_DATES, pairs[i].weight, pairs[i].field,
                           g_strdup_printf (_(pairs[i].sentence), before, after));
#pragma GCC diagnostic pop
      }
}

static void
find_status (const Search *self)
{
  const PatalWork *work = &self->facts->work;
  PatalFinding *finding;

  if (work->end == PATAL_DAY_NONE || patal_work_is_ended (work))
    return;
  finding = patal_finding_add (self, PATAL_FINDING_DATES, PATAL_FINDING_WARNS, "status",
                               g_strdup (_("A day of completion is given, and the work is not said to be completed: "
                                           "its board would stay empty at the end")));
  patal_finding_offer (finding, g_strdup (_("Set the status to completed")), g_strdup (patal_work_status_id (PATAL_WORK_COMPLETED)));
}

/* Figures. */

static void
find_sum (const Search *self, const PatalWorkMoney *money, const char *field, const char *sentence)
{
  g_autofree char *sum = NULL, *total = NULL, *text = NULL;

  if (!is_known (money->wage_paise) || !is_known (money->material_paise) || !is_known (money->total_paise)
      || money->wage_paise + money->material_paise == money->total_paise)
    return;
  sum = figure (money->wage_paise + money->material_paise);
  total = figure (money->total_paise);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* those of find_figures() */
  text = g_strdup_printf (sentence, sum, total);
#pragma GCC diagnostic pop
  patal_finding_offer (patal_finding_add (self, PATAL_FINDING_SUM, PATAL_FINDING_WARNS, field, g_steal_pointer (&text)),
                       /* Translators: the words of a button: %s is a sum of money as 2,45,000 */
                       g_strdup_printf (_("Set the total to %s"), sum), g_strdup (sum));
}

static void
find_overspent (const Search *self)
{
  const PatalWork *work = &self->facts->work;
  gint64 sanctioned = patal_work_money_total (&work->sanctioned), spent = patal_work_money_total (&work->spent);
  g_autofree char *had = NULL, *gave = NULL;

  if (!is_known (sanctioned) || !is_known (spent) || spent <= sanctioned)
    return;
  had = figure (sanctioned);
  gave = figure (spent);
  patal_finding_add (self, PATAL_FINDING_FIGURES, PATAL_FINDING_REMINDS, "spent.total",
                     g_strdup_printf (_("Rs %s were spent, more than the Rs %s that were sanctioned: the board will say so"),
                                      gave, had));
}

static void
find_material_sum (const Search *self)
{
  const PatalWork *work = &self->facts->work;
  gint64 sum = 0;
  g_autofree char *listed = NULL, *sanctioned = NULL;

  for (guint i = 0; work->materials != NULL && i < work->materials->len; i++)
    {
      const PatalMaterial *material = g_ptr_array_index (work->materials, i);

      sum += is_known (material->paise) ? material->paise : 0;
    }
  if (!is_known (work->sanctioned.material_paise) || sum <= work->sanctioned.material_paise)
    return;
  listed = figure (sum);
  sanctioned = figure (work->sanctioned.material_paise);
  patal_finding_add (self, PATAL_FINDING_FIGURES, PATAL_FINDING_REMINDS, "materials",
                     g_strdup_printf (_("The main materials cost Rs %s together, more than the Rs %s that were sanctioned for material"),
                                      listed, sanctioned));
}

static void
find_days_by_rate (const Search *self)
{
  const PatalWork *work = &self->facts->work;
  gint64 wage = work->sanctioned.wage_paise, product;
  g_autofree char *made = NULL, *said = NULL, *days = NULL, *rate = NULL;

  if (!is_known (wage) || !is_known (work->days) || !is_known (work->rate_paise)
      || __builtin_mul_overflow (work->days, work->rate_paise, &product)
      || ABS (product - wage) <= wage / (100 / WAGE_SLACK_PER_CENT))
    return;
  made = figure (product);
  said = figure (wage);
  days = patal_number_group (work->days);
  rate = figure (work->rate_paise);
  patal_finding_add (self, PATAL_FINDING_FIGURES, PATAL_FINDING_REMINDS, "days",
                     g_strdup_printf (_("%s person-days at Rs %s make Rs %s; the sanctioned wages are Rs %s, more than a tenth apart"),
                                      days, rate, made, said));
}

static void
find_rate (const Search *self)
{
  const PatalBoardFacts *facts = self->facts;
  g_autofree char *known = NULL, *said = NULL;
  PatalFinding *finding;
  char *text;

  if (!is_known (facts->work.rate_paise) || facts->known_rate_paise == 0
      || facts->work.rate_paise == facts->known_rate_paise)
    return;
  known = figure (facts->known_rate_paise);
  said = figure (facts->work.rate_paise);
  text = g_strdup_printf (_("A day is paid Rs %s here; the rate that is known for the day the work begins is Rs %s"),
                          said, known);
  finding = patal_finding_add (self, PATAL_FINDING_FIGURES, PATAL_FINDING_REMINDS, "rate", text);
  patal_finding_offer (finding, g_strdup_printf (_("Take the rate of that day, Rs %s"), known),
                       g_strdup (known));
}

static void
find_figures (const Search *self)
{
  const PatalWork *work = &self->facts->work;

  find_sum (self, &work->sanctioned, "sanctioned.total", _("Sanctioned wages and material make Rs %s, and the total says Rs %s"));
  find_sum (self, &work->spent, "spent.total", _("What was spent on wages and material makes Rs %s, and the total says Rs %s"));
  find_overspent (self);
  find_material_sum (self);
  find_days_by_rate (self);
  find_rate (self);
}

/* Texts. */

typedef struct
{
  const char *field, *label, *text;
} Text;

static PatalFindingWeight
fault_weight (PatalTextFaultKind kind)
{
  return kind == PATAL_TEXT_FAULT_MIXED_DIGITS                                         ? PATAL_FINDING_REMINDS
         : kind == PATAL_TEXT_FAULT_CONTROL || kind == PATAL_TEXT_FAULT_DIRECTION
               || kind == PATAL_TEXT_FAULT_LEGACY                                      ? PATAL_FINDING_WARNS
                                                                                       : PATAL_FINDING_STOPS;
}

static void
find_text_faults (const Search *self, const Text *text)
{
  g_autoptr (GArray) faults = patal_text_faults (text->text);
  gboolean told[PATAL_TEXT_N_FAULTS] = { FALSE };

  for (guint i = 0; i < faults->len; i++)
    {
      const PatalTextFault *fault = &g_array_index (faults, PatalTextFault, i);
      g_autofree char *sentence = NULL;

      if (told[fault->kind]) /* the first of a kind shows where to look */
        continue;
      told[fault->kind] = TRUE;
      sentence = patal_text_fault_sentence (text->text, fault);
      /* Translators: a field's name, and a whole sentence on what is written there */
      patal_finding_add (self, PATAL_FINDING_TEXT, fault_weight (fault->kind), text->field,
                         g_strdup_printf (_("%s: %s"), _(text->label), sentence));
    }
}

static void
find_politician (const Search *self, const Text *text)
{
  g_autofree char *word = patal_board_politician_word (text->text);

  if (word == NULL)
    return;
  patal_finding_add (self, PATAL_FINDING_POLITICIAN, PATAL_FINDING_REMINDS, text->field,
                     g_strdup_printf (_("%s: “%s” stands here. A fund may be named on a board, but no politician: see that no name is on it"),
                                      _(text->label), word));
}

static void
find_long_name (const Search *self, const Text *text)
{
  glong n = text->text != NULL ? g_utf8_strlen (text->text, -1) : 0;

  if (n > PATAL_WORK_NAME_ON_BOARD)
    patal_finding_add (self, PATAL_FINDING_LONG, PATAL_FINDING_WARNS, text->field,
                       g_strdup_printf (_("The name of the work has %ld letters; a board shows %d large enough: shorten it"), n,
                                        PATAL_WORK_NAME_ON_BOARD));
}

static void
find_in_texts (const Search *self)
{
  const PatalWork *work = &self->facts->work;
  const Text texts[] = {
    { "name_hi", N_("Name of work"), work->name_hi },
    { "name_en", N_("Name of work"), work->name_en },
    { "agency", N_("Implementing agency"), work->agency },
    { "convergence", N_("Convergence (if any)"), work->convergence },
    { "village", N_("Village"), work->village },
    { "code", N_("Work code"), work->code },
    { "category", N_("Category of work"), work->category },
    { "beneficiary", N_("Name of beneficiary"), work->beneficiary },
    { "guardian", N_("Father's / husband's name"), work->guardian },
    { "job_card", N_("Job card no."), work->job_card },
    { "ts_no", N_("Technical sanction"), work->ts_no },
    { "as_no", N_("Administrative sanction"), work->as_no },
  };
  const guint n_names = 2, n_public = 4; /* where somebody may have put in a politician */

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      find_text_faults (self, &texts[i]);
      if (i < n_names)
        find_long_name (self, &texts[i]);
      if (i < n_public)
        find_politician (self, &texts[i]);
    }
  for (guint i = 0; work->materials != NULL && i < work->materials->len; i++)
    {
      const PatalMaterial *material = g_ptr_array_index (work->materials, i);

      find_text_faults (self, &(const Text) { "materials", N_("Main materials, quantity, cost"), material->name });
      find_text_faults (self, &(const Text) { "materials", N_("Main materials, quantity, cost"), material->quantity });
    }
}

/* The whole. */

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  return (int) (*(const PatalFinding *const *) a)->weight - (int) (*(const PatalFinding *const *) b)->weight;
}

GPtrArray *
patal_board_findings (const PatalBoardFacts *facts, const PatalTemplate *template, PatalBoardLang lang, PatalDay today)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_finding_free);
  const Search self = { findings, facts, template, lang, today };

  patal_board_find_missing (&self);
  find_future (&self);
  find_order_of_days (&self);
  find_status (&self);
  find_figures (&self);
  find_in_texts (&self);
  g_ptr_array_sort (findings, compare_weights); /* keeps the order of equal ones */
  return g_steal_pointer (&findings);
}
