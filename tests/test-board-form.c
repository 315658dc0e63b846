/* test-board-form.c: what a board says of a work
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "works.h"
#include "patal-board-facts.h"

static void
test_shipped (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = patal_board_templates (f->db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (templates->len, ==, 2);
  for (guint i = 0; i < templates->len; i++)
    {
      const PatalBoardTemplate *entry = g_ptr_array_index (templates, i);
      g_autofree char *text = patal_board_template_text (f->db, entry->name, &error);
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (PatalTemplate) template = patal_template_parse (text, strlen (text), patal_board_known, patal_board_n_known, &faults);

      for (guint k = 0; k < faults->len; k++)
        {
          const PatalTemplateFault *fault = g_ptr_array_index (faults, k);

          g_test_message ("%s, line %u: %s", entry->name, fault->line, fault->text);
        }
      g_assert_nonnull (template);
      g_assert_nonnull (entry->template);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/board-form/shipped", test_shipped);
  return g_test_run ();
}
