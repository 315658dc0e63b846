/* patal-board-missing.c: what a board must say, and does not know
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-search.h"
#include <glib/gi18n-lib.h>

typedef PatalBoardSearch Search;

static gboolean
is_known (gint64 n)
{
  return n != PATAL_WORK_UNKNOWN;
}

typedef enum { NEVER, AT_START, AT_END } Due;

/* domain.md 4.1: what must be there, from when on, for community and individual works; which field of the work is then
 * at fault. */
static const struct
{
  Due         due[PATAL_N_WORK_KINDS];
  const char *field;
} needs[N_FIELDS] = {
  [FIELD_VILLAGE] = { { AT_START, AT_START }, "village" },
  [FIELD_WORK_CODE] = { { AT_START, AT_START }, "code" },
  [FIELD_CATEGORY] = { { NEVER, NEVER }, "category" },
  [FIELD_BENEFICIARY] = { { NEVER, AT_START }, "beneficiary" },
  [FIELD_GUARDIAN] = { { NEVER, AT_START }, "guardian" },
  [FIELD_JOB_CARD] = { { NEVER, AT_START }, "job_card" },
  [FIELD_FY] = { { AT_START, AT_START }, "fy" },
  [FIELD_TS] = { { NEVER, NEVER }, "ts_no" },
  [FIELD_AS] = { { AT_START, AT_START }, "as_no" },
  [FIELD_WAGE] = { { AT_START, AT_START }, "sanctioned.wage" },
  [FIELD_MATERIAL] = { { AT_START, AT_START }, "sanctioned.material" },
  [FIELD_TOTAL] = { { AT_START, AT_START }, "sanctioned.total" },
  [FIELD_DAYS] = { { AT_START, AT_START }, "days" },
  [FIELD_RATE] = { { AT_START, AT_START }, "rate" },
  [FIELD_MATERIALS] = { { AT_START, NEVER }, "materials" },
  [FIELD_AGENCY] = { { AT_START, AT_START }, "agency" },
  [FIELD_START] = { { AT_START, AT_START }, "start" },
  [FIELD_END] = { { AT_END, AT_END }, "end" },
  [FIELD_SPENT_WAGE] = { { AT_END, AT_END }, "spent.wage" },
  [FIELD_SPENT_MATERIAL] = { { AT_END, AT_END }, "spent.material" },
  [FIELD_SPENT_TOTAL] = { { AT_END, AT_END }, "spent.total" },
  [FIELD_SPENT_DAYS] = { { AT_END, AT_END }, "spent_days" },
  [FIELD_CONVERGENCE] = { { NEVER, NEVER }, "convergence" },
};

/* A template's word counts more than the rule; what it empties until completion is not asked for before. */
static Due
due_of (const Search *self, const PatalTemplateField *field)
{
  Due usual = needs[field->known].due[self->facts->work.kind];

  switch (field->required)
    {
    case PATAL_REQUIRED_YES:
      return field->later ? AT_END : AT_START;
    case PATAL_REQUIRED_NO:
      return NEVER;
    case PATAL_REQUIRED_AS_USUAL:
    default:
      return usual == AT_START && field->later ? AT_END : usual;
    }
}

/* Offers what the other figures say of a missing one. */
static void
offer_figure (PatalFinding *finding, FieldId field, const PatalBoardFacts *facts)
{
  const PatalWork *work = &facts->work;
  gboolean spent = field == FIELD_SPENT_WAGE || field == FIELD_SPENT_MATERIAL;
  const PatalWorkMoney *money = spent ? &work->spent : &work->sanctioned;
  gint64 other = field == FIELD_WAGE || field == FIELD_SPENT_WAGE         ? money->material_paise
                 : field == FIELD_MATERIAL || field == FIELD_SPENT_MATERIAL ? money->wage_paise
                                                                            : PATAL_WORK_UNKNOWN;
  g_autofree char *rest = NULL;

  if (field == FIELD_RATE && facts->known_rate_paise > 0)
    {
      rest = patal_money_format (facts->known_rate_paise, PATAL_MONEY_RUPEES);
      /* Translators: the words of a button: what a day was paid when the work began */
      patal_finding_offer (finding, g_strdup_printf (_("Take the rate of that day, Rs %s"), rest), g_strdup (rest));
    }
  else if (is_known (other) && is_known (money->total_paise) && money->total_paise >= other)
    {
      rest = patal_money_format (money->total_paise - other, PATAL_MONEY_RUPEES);
      /* Translators: the words of a button: the total less the other part */
      patal_finding_offer (finding, g_strdup_printf (_("Take the rest, Rs %s"), rest), g_strdup (rest));
    }
}

static void
add_missing (const Search *self, Due due, FieldId id, const char *field, const char *label)
{
  PatalFinding *finding;

  if (due == AT_END)
    finding = patal_finding_add (self, PATAL_FINDING_MISSING, PATAL_FINDING_WARNS, field,
                                 g_strdup_printf (_("“%s” is missing: the work has ended, and its board must say it"), label));
  else
    finding = patal_finding_add (self, PATAL_FINDING_MISSING, PATAL_FINDING_WARNS, field,
                                 g_strdup_printf (_("“%s” is missing: every board must say it"), label));
  offer_figure (finding, id, self->facts);
}

/* Number and day of a sanction are two fields of the work and one of the board. */
static void
find_missing_order (const Search *self, Due due, FieldId id)
{
  const PatalWork *work = &self->facts->work;
  gboolean technical = id == FIELD_TS;

  if (patal_board_is_empty (technical ? work->ts_no : work->as_no))
    add_missing (self, due, id, technical ? "ts_no" : "as_no",
                 technical ? _("Number of the technical sanction") : _("Number of the administrative sanction"));
  if ((technical ? work->ts_day : work->as_day) == PATAL_DAY_NONE)
    add_missing (self, due, id, technical ? "ts_day" : "as_day",
                 technical ? _("Day of the technical sanction") : _("Day of the administrative sanction"));
}

static void
find_missing_field (const Search *self, const PatalTemplateField *field)
{
  static PatalWords *const no_words[2] = { NULL, NULL };
  const PatalWork *work = &self->facts->work;
  Due due = due_of (self, field);
  g_autofree char *value = NULL;

  if (due == NEVER || needs[field->known].field == NULL || (due == AT_END && !patal_work_is_ended (work)))
    return;
  if (field->known == FIELD_TS || field->known == FIELD_AS)
    {
      find_missing_order (self, due, field->known);
      return;
    }
  if (field->known == FIELD_MATERIALS && work->sanctioned.material_paise == 0 && field->required != PATAL_REQUIRED_YES)
    return; /* labour alone */
  value = patal_board_say (&(const PatalBoardSpeaker) { self->facts, self->lang, no_words }, field->known);
  if (value != NULL)
    return;
  if (field->known == FIELD_START && work->status == PATAL_WORK_SANCTIONED)
    patal_finding_add (self, PATAL_FINDING_MISSING, PATAL_FINDING_REMINDS, "start",
                       g_strdup (_("The work has not begun: its board is put up when it begins, with that day on it")));
  else
    add_missing (self, due, field->known, needs[field->known].field, _(patal_board_known[field->known].label));
}

static void
find_missing_name (const Search *self)
{
  const PatalWork *work = &self->facts->work;
  const struct { PatalBoardLang other; const char *name, *field, *sentence; } names[] = {
    { PATAL_BOARD_EN, work->name_hi, "name_hi",
      N_("The name of the work is missing in Hindi, in which the board is: it stands there in English") },
    { PATAL_BOARD_HI, work->name_en, "name_en",
      N_("The name of the work is missing in English, in which the board is: it stands there in Hindi") },
  };

  if (patal_board_is_empty (work->name_hi) && patal_board_is_empty (work->name_en))
    patal_finding_add (self, PATAL_FINDING_MISSING, PATAL_FINDING_STOPS, "name_hi",
                       g_strdup (_("The name of the work is missing: give it one")));
  else
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      if (patal_board_is_empty (names[i].name) && self->lang != names[i].other)
        patal_finding_add (self, PATAL_FINDING_MISSING, i == 0 ? PATAL_FINDING_WARNS : PATAL_FINDING_REMINDS,
                           names[i].field, g_strdup (_(names[i].sentence)));
  if (patal_board_is_empty (self->facts->gp[0]) && patal_board_is_empty (self->facts->gp[1]))
    patal_finding_add (self, PATAL_FINDING_MISSING, PATAL_FINDING_STOPS, "gp",
                       g_strdup (_("The gram panchayat is missing: choose the one where the work is done")));
  if (self->facts->scheme.code == NULL)
    patal_finding_add (self, PATAL_FINDING_MISSING, PATAL_FINDING_WARNS, "scheme",
                       g_strdup (_("The scheme is missing: its name stands at the head of every board")));
}

void
patal_board_find_missing (const PatalBoardSearch *self)
{
  find_missing_name (self);
  for (guint i = 0; i < patal_template_n_fields (self->template); i++)
    find_missing_field (self, patal_template_field (self->template, i));
}

/* --- what a template does not show --- */

static gboolean
shows (const PatalTemplate *template, guint known)
{
  for (guint i = 0; i < patal_template_n_fields (template); i++)
    if (patal_template_field (template, i)->known == known)
      return TRUE;
  return FALSE;
}

/* (transfer full): labels of what boards of @kind must say and @template leaves out, with commas between; "": nothing. What stands around the
 * fields by itself is not left out. */
static char *
lacks (const PatalTemplate *template, PatalWorkKind kind)
{
  GString *labels = g_string_new (NULL);

  for (guint id = 0; id < N_FIELDS; id++)
    if ((id == FIELD_WORK_NAME || id == FIELD_GP || needs[id].due[kind] != NEVER) && !shows (template, id))
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", _(patal_board_known[id].label));
  return g_string_free (labels, FALSE);
}

GPtrArray *
patal_board_template_warnings (const PatalTemplate *template)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    {
      g_autofree char *labels = lacks (template, kind);

      if ((patal_template_frame (template)->kinds & patal_board_template_for (kind)) == 0 || *labels == '\0')
        continue;
      /* Translators: %s: labels of fields, with commas between */
      g_ptr_array_add (warnings, g_strdup_printf (kind == PATAL_WORK_COMMUNITY
                                                    ? _("Boards of community works must also say what this template has no field for: %s")
                                                    : _("Boards of individual works must also say what this template has no field for: %s"),
                                                  labels));
    }
  return warnings;
}
