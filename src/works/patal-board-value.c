/* patal-board-value.c: what a board says of a work, field by field
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-private.h"
#include "patal-label.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define OF(member) G_STRUCT_OFFSET (PatalBoardFacts, member)

typedef PatalBoardSpeaker Speaker;

const PatalTemplateKnown patal_board_known[] = {
  [FIELD_SCHEME] = { "scheme", N_("Name of scheme"), PATAL_FORM_TEXT },
  [FIELD_STATE] = { "state", N_("State"), PATAL_FORM_TEXT },
  [FIELD_DISTRICT] = { "district", N_("District"), PATAL_FORM_TEXT },
  [FIELD_BLOCK] = { "block", N_("Block"), PATAL_FORM_TEXT },
  [FIELD_GP] = { "gp", N_("Gram panchayat"), PATAL_FORM_TEXT },
  [FIELD_VILLAGE] = { "village", N_("Village"), PATAL_FORM_TEXT },
  [FIELD_WORK_NAME] = { "work_name", N_("Name of work"), PATAL_FORM_TEXT },
  [FIELD_WORK_CODE] = { "work_code", N_("Work code"), PATAL_FORM_FIGURE },
  [FIELD_CATEGORY] = { "category", N_("Category of work"), PATAL_FORM_TEXT },
  [FIELD_BENEFICIARY] = { "beneficiary", N_("Name of beneficiary"), PATAL_FORM_TEXT },
  [FIELD_GUARDIAN] = { "guardian", N_("Father's / husband's name"), PATAL_FORM_TEXT },
  [FIELD_JOB_CARD] = { "job_card", N_("Job card no."), PATAL_FORM_FIGURE },
  [FIELD_FY] = { "fy", N_("Financial year"), PATAL_FORM_FIGURE },
  [FIELD_TS] = { "ts", N_("Technical sanction"), PATAL_FORM_TEXT },
  [FIELD_AS] = { "as", N_("Administrative sanction"), PATAL_FORM_TEXT },
  [FIELD_WAGE] = { "wage", N_("Sanctioned wages"), PATAL_FORM_FIGURE },
  [FIELD_MATERIAL] = { "material", N_("Sanctioned material"), PATAL_FORM_FIGURE },
  [FIELD_TOTAL] = { "total", N_("Sanctioned total"), PATAL_FORM_FIGURE },
  [FIELD_DAYS] = { "days", N_("Estimated person-days"), PATAL_FORM_FIGURE },
  [FIELD_RATE] = { "rate", N_("Wage rate per day"), PATAL_FORM_FIGURE },
  [FIELD_MATERIALS] = { "materials", N_("Main materials, quantity, cost"), PATAL_FORM_LIST },
  [FIELD_AGENCY] = { "agency", N_("Implementing agency"), PATAL_FORM_TEXT },
  [FIELD_START] = { "start", N_("Work begun on"), PATAL_FORM_FIGURE },
  [FIELD_END] = { "end", N_("Work completed on"), PATAL_FORM_FIGURE },
  [FIELD_SPENT_WAGE] = { "spent_wage", N_("Spent on wages"), PATAL_FORM_FIGURE },
  [FIELD_SPENT_MATERIAL] = { "spent_material", N_("Spent on material"), PATAL_FORM_FIGURE },
  [FIELD_SPENT_TOTAL] = { "spent_total", N_("Spent in all"), PATAL_FORM_FIGURE },
  [FIELD_SPENT_DAYS] = { "spent_days", N_("Person-days worked"), PATAL_FORM_FIGURE },
  [FIELD_CONVERGENCE] = { "convergence", N_("Convergence (if any)"), PATAL_FORM_TEXT },
  [FIELD_OMBUDSMAN] = { "ombudsman", N_("Ombudsman"), PATAL_FORM_TEXT },
  [FIELD_HELPLINE] = { "helpline", N_("Toll-free no."), PATAL_FORM_FIGURE },
  [FIELD_OFFICER] = { "officer", N_("Programme officer"), PATAL_FORM_TEXT },
};
const guint patal_board_n_known = N_FIELDS;
G_STATIC_ASSERT (G_N_ELEMENTS (patal_board_known) == N_FIELDS);

/* Words. */

gboolean
patal_board_is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

const char *
patal_board_one_of (const char *const pair[2], PatalLang lang)
{
  return !patal_board_is_empty (pair[lang]) ? pair[lang] : !patal_board_is_empty (pair[!lang]) ? pair[!lang] : NULL;
}

char *
patal_board_spoken (const char *const pair[2], PatalBoardLang lang, const char *between)
{
  if (lang != PATAL_BOARD_BOTH)
    return g_strdup (patal_board_one_of (pair, lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI));
  if (patal_board_is_empty (pair[PATAL_LANG_HI]) || patal_board_is_empty (pair[PATAL_LANG_EN]) || g_str_equal (pair[0], pair[1]))
    return g_strdup (patal_board_one_of (pair, PATAL_LANG_HI));
  return g_strconcat (pair[PATAL_LANG_HI], between, pair[PATAL_LANG_EN], NULL);
}

char *
patal_board_finish (GString *text)
{
  return g_string_free (text, text->len == 0);
}

/* Boards are made by the hundred thousand: no printf here. */
void
patal_board_append (GString *text, const char *before, const char *piece)
{
  if (patal_board_is_empty (piece))
    return;
  if (text->len > 0)
    g_string_append (text, before);
  g_string_append (text, piece);
}

static const PatalWords *
first_words (const Speaker *self)
{
  return self->words[self->lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI];
}

/* An amount says its currency as domain.md 2.5 has it; a board in both languages is Hindi first. */
static char *
amount (const Speaker *self, gint64 paise)
{
  static const char *const signs[] = { [PATAL_BOARD_HI] = "रु. ", [PATAL_BOARD_EN] = "Rs ", [PATAL_BOARD_BOTH] = "रु. " };
  g_autofree char *figure = paise != PATAL_WORK_UNKNOWN ? patal_money_format (paise, PATAL_MONEY_RUPEES) : NULL;

  return figure != NULL ? g_strconcat (signs[self->lang], figure, NULL) : NULL;
}

/* "No. 123/…, dated 20.12.2021": @no may have its "No." already. Of both languages the figures alone. */
static char *
order_text (const Speaker *self, const char *no, PatalDay day)
{
  static const char *const begun[] = { "क्र", "No", "no", "NO", "नं", "सं" };
  g_autofree char *date = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;
  g_autofree char *number = NULL;
  gboolean is_begun = self->lang == PATAL_BOARD_BOTH;

  if (patal_board_is_empty (no) && date == NULL)
    return NULL;
  for (guint i = 0; !patal_board_is_empty (no) && i < G_N_ELEMENTS (begun); i++)
    is_begun |= g_str_has_prefix (no, begun[i]);
  if (!patal_board_is_empty (no))
    /* Translators: of a sanction order, on a board: {1} is its number */
    number = is_begun ? g_strdup (no) : patal_label_text (PATAL_LABEL (N_("No. {1}"), no), first_words (self));
  if (date == NULL)
    return g_steal_pointer (&number);
  if (self->lang == PATAL_BOARD_BOTH)
    return number != NULL ? g_strconcat (number, ", ", date, NULL) : g_steal_pointer (&date);
  if (number == NULL)
    /* Translators: of a sanction order, on a board: {1} is a day as 20.12.2021 */
    return patal_label_text (PATAL_LABEL (N_("dated {1}"), date), first_words (self));
  /* Translators: of a sanction order, on a board: {1} is "No. 123/2021", {2} a day as 20.12.2021 */
  return patal_label_text (PATAL_LABEL (N_("{1}, dated {2}"), number, date), first_words (self));
}

/* Ten digits are read in two halves. */
static char *
phone_text (const char *phone)
{
  if (phone != NULL && strlen (phone) == 10 && strspn (phone, "0123456789") == 10)
    return g_strdup_printf ("%.5s %s", phone, phone + 5);
  return g_strdup (phone);
}

static char *
contact_text (const Speaker *self, char *const name[2], const char *phone)
{
  g_autofree char *who = patal_board_spoken ((const char *const *) name, self->lang, " / "), *number = patal_board_is_empty (phone) ? NULL : phone_text (phone);

  if (who == NULL || number == NULL)
    return who != NULL ? g_steal_pointer (&who) : g_steal_pointer (&number);
  return g_strconcat (who, ", ", number, NULL);
}

static char *
materials_text (const Speaker *self)
{
  const GPtrArray *materials = self->facts->work.materials;
  GString *text = g_string_new (NULL);

  for (guint i = 0; materials != NULL && i < materials->len; i++)
    {
      const PatalMaterial *material = g_ptr_array_index (materials, i);
      g_autofree char *cost = amount (self, material->paise);
      g_autofree char *name = self->lang == PATAL_BOARD_EN ? patal_board_material_en (material->name) : NULL;
      g_autofree char *quantity = self->lang == PATAL_BOARD_EN ? patal_board_quantity_en (material->quantity) : NULL;

      patal_board_append (text, "\n", name != NULL ? name : material->name);
      patal_board_append (text, " – ", quantity != NULL ? quantity : material->quantity);
      patal_board_append (text, " – ", cost);
    }
  return patal_board_finish (text);
}

/* Values by the field's kind; @at: of the facts' member. */

static char *
say_pair (const Speaker *self, gsize at)
{
  return patal_board_spoken (G_STRUCT_MEMBER_P (self->facts, at), self->lang, " / ");
}

static char *
say_text (const Speaker *self, gsize at)
{
  const char *text = G_STRUCT_MEMBER (const char *, self->facts, at);

  return patal_board_is_empty (text) ? NULL : g_strdup (text);
}

static char *
say_amount (const Speaker *self, gsize at)
{
  return amount (self, G_STRUCT_MEMBER (gint64, self->facts, at));
}

/* The total of a sanction or an account: what is written, else what the parts add up to. */
static char *
say_total (const Speaker *self, gsize at)
{
  return amount (self, patal_work_money_total (G_STRUCT_MEMBER_P (self->facts, at)));
}

static char *
say_count (const Speaker *self, gsize at)
{
  gint64 n = G_STRUCT_MEMBER (gint64, self->facts, at);

  return n != PATAL_WORK_UNKNOWN ? patal_number_group (n) : NULL;
}

static char *
say_day (const Speaker *self, gsize at)
{
  PatalDay day = G_STRUCT_MEMBER (PatalDay, self->facts, at);

  return day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;
}

/* The longest of all: each language begins on a line of its own. */
static char *
say_name (const Speaker *self, gsize at G_GNUC_UNUSED)
{
  const char *pair[2] = { self->facts->work.name_hi, self->facts->work.name_en };

  return patal_board_spoken (pair, self->lang, "\n");
}

static char *
say_fy (const Speaker *self, gsize at G_GNUC_UNUSED)
{
  return self->facts->work.fy != 0 ? patal_fy_label (self->facts->work.fy) : NULL;
}

static char *
say_ts (const Speaker *self, gsize at G_GNUC_UNUSED)
{
  return order_text (self, self->facts->work.ts_no, self->facts->work.ts_day);
}

static char *
say_as (const Speaker *self, gsize at G_GNUC_UNUSED)
{
  return order_text (self, self->facts->work.as_no, self->facts->work.as_day);
}

static char *
say_materials (const Speaker *self, gsize at G_GNUC_UNUSED)
{
  return materials_text (self);
}

static char *
say_agency (const Speaker *self, gsize at G_GNUC_UNUSED)
{
  const char *agency = self->facts->work.agency;

  if (patal_board_is_empty (agency))
    return NULL;
  return self->lang == PATAL_BOARD_EN ? patal_board_agency_en (agency, (const char *const *) self->facts->gp) : g_strdup (agency);
}

static char *
say_ombudsman (const Speaker *self, gsize at G_GNUC_UNUSED)
{
  return contact_text (self, self->facts->ombudsman, self->facts->ombudsman_phone);
}

static char *
say_officer (const Speaker *self, gsize at G_GNUC_UNUSED)
{
  return contact_text (self, self->facts->officer, self->facts->officer_phone);
}

static const struct
{
  char *(*say) (const Speaker *self, gsize at);
  gsize at;
} values[N_FIELDS] = {
  [FIELD_SCHEME] = { say_pair, OF (scheme.names) },
  [FIELD_STATE] = { say_pair, OF (state) },
  [FIELD_DISTRICT] = { say_pair, OF (district) },
  [FIELD_BLOCK] = { say_pair, OF (block) },
  [FIELD_GP] = { say_pair, OF (gp) },
  [FIELD_VILLAGE] = { say_text, OF (work.village) },
  [FIELD_WORK_NAME] = { say_name, 0 },
  [FIELD_WORK_CODE] = { say_text, OF (work.code) },
  [FIELD_CATEGORY] = { say_text, OF (work.category) },
  [FIELD_BENEFICIARY] = { say_text, OF (work.beneficiary) },
  [FIELD_GUARDIAN] = { say_text, OF (work.guardian) },
  [FIELD_JOB_CARD] = { say_text, OF (work.job_card) },
  [FIELD_FY] = { say_fy, 0 },
  [FIELD_TS] = { say_ts, 0 },
  [FIELD_AS] = { say_as, 0 },
  [FIELD_WAGE] = { say_amount, OF (work.sanctioned.wage_paise) },
  [FIELD_MATERIAL] = { say_amount, OF (work.sanctioned.material_paise) },
  [FIELD_TOTAL] = { say_total, OF (work.sanctioned) },
  [FIELD_DAYS] = { say_count, OF (work.days) },
  [FIELD_RATE] = { say_amount, OF (work.rate_paise) },
  [FIELD_MATERIALS] = { say_materials, 0 },
  [FIELD_AGENCY] = { say_agency, 0 },
  [FIELD_START] = { say_day, OF (work.start) },
  [FIELD_END] = { say_day, OF (work.end) },
  [FIELD_SPENT_WAGE] = { say_amount, OF (work.spent.wage_paise) },
  [FIELD_SPENT_MATERIAL] = { say_amount, OF (work.spent.material_paise) },
  [FIELD_SPENT_TOTAL] = { say_total, OF (work.spent) },
  [FIELD_SPENT_DAYS] = { say_count, OF (work.spent_days) },
  [FIELD_CONVERGENCE] = { say_text, OF (work.convergence) },
  [FIELD_OMBUDSMAN] = { say_ombudsman, 0 },
  [FIELD_HELPLINE] = { say_text, OF (scheme.helpline) },
  [FIELD_OFFICER] = { say_officer, 0 },
};

char *
patal_board_say (const PatalBoardSpeaker *self, guint known)
{
  g_return_val_if_fail (known < N_FIELDS, NULL);
  return values[known].say (self, values[known].at);
}

PatalBoardFill
patal_board_fill_of (const PatalWork *work)
{
  return patal_work_is_ended (work) ? PATAL_BOARD_AT_END : PATAL_BOARD_AT_START;
}
