/* patal-board-office.c: what the office has not entered, and all its boards lack
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-private.h"
#include <glib/gi18n-lib.h>

static guint
gap (gboolean is_one, PatalOfficeGap which)
{
  return is_one ? 1u << which : 0;
}

guint
patal_office_gaps (const PatalBoardFacts *facts)
{
  gboolean has_scheme = facts->scheme.code != NULL;

  return gap (has_scheme && !facts->scheme.verified, PATAL_OFFICE_SCHEME_UNVERIFIED)
         | gap (facts->known_rate_paise > 0 && facts->known_rate_paise == facts->work.rate_paise
                    && !facts->known_rate_verified,
                PATAL_OFFICE_RATE_UNVERIFIED)
         | gap (has_scheme && patal_board_is_empty (facts->scheme.helpline), PATAL_OFFICE_NO_HELPLINE)
         | gap ((patal_board_is_empty (facts->ombudsman[0]) && patal_board_is_empty (facts->ombudsman[1]))
                    || patal_board_is_empty (facts->ombudsman_phone),
                PATAL_OFFICE_NO_OMBUDSMAN)
         | gap ((patal_board_is_empty (facts->officer[0]) && patal_board_is_empty (facts->officer[1]))
                    || patal_board_is_empty (facts->officer_phone),
                PATAL_OFFICE_NO_OFFICER);
}

static const char *const names[PATAL_N_OFFICE_GAPS] = {
  [PATAL_OFFICE_NO_HELPLINE] = N_("Toll-free no."),
  [PATAL_OFFICE_NO_OMBUDSMAN] = N_("Ombudsman"),
  [PATAL_OFFICE_NO_OFFICER] = N_("Programme officer"),
  [PATAL_OFFICE_SCHEME_UNVERIFIED] = N_("Order for the scheme's name"),
  [PATAL_OFFICE_RATE_UNVERIFIED] = N_("Order for the wage rate"),
};
#define N_CONTACTS PATAL_OFFICE_SCHEME_UNVERIFIED /* those before it */

/* (transfer full): of the first @n; "": none is a gap. */
static char *
names_of (guint gaps, guint n)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if ((gaps & 1u << i) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", _(names[i]));
  return g_string_free (list, FALSE);
}

char *
patal_office_summary (guint gaps)
{
  g_autofree char *list = names_of (gaps, PATAL_N_OFFICE_GAPS);

  if (gaps == 0)
    return NULL;
  /* Translators: %s: "Ombudsman, Programme officer, Order for the wage rate" */
  return g_strdup_printf (_("Still to be entered, once for all boards: %s (in the preferences of boards)"), list);
}

static void
say (GPtrArray *sentences, const char *sentence)
{
  g_ptr_array_add (sentences, g_strdup (sentence));
}

GPtrArray *
patal_office_sentences (guint gaps)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *contacts = names_of (gaps, N_CONTACTS), *whom = NULL;

  if (*contacts != '\0')
    {
      /* Translators: %s: one or more of "Ombudsman", "Toll-free no.", "Programme officer", with commas between */
      whom = g_strdup_printf (_("Whom citizens can ask is not said in full (name or number is missing: %s). Enter them "
                                "in the preferences of boards; the programme officer is who is posted, with the "
                                "telephone of that person."), contacts);
      say (sentences, whom);
    }
  if ((gaps & 1u << PATAL_OFFICE_SCHEME_UNVERIFIED) != 0)
    say (sentences, _("No order is named for a scheme's name. Compare it with the order before many boards are "
                      "painted, and enter the order in the preferences of boards."));
  if ((gaps & 1u << PATAL_OFFICE_RATE_UNVERIFIED) != 0)
    say (sentences, _("No order is named for a wage rate. Compare it with the state's order, and enter that in the "
                      "preferences of boards."));
  return sentences;
}
