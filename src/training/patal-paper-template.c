/* patal-paper-template.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-paper-template.h"
#include "patal-training-resources.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-paper-template-error-quark, patal_paper_template_error)

static const PatalTemplateKnown fields[PATAL_N_PAPER_FIELDS] = {
  [PATAL_PAPER_FIELD_STATE] = { "state", N_("State"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_DISTRICT] = { "district", N_("District"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_BLOCK] = { "block", N_("Block"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_HEAD] = { "head", N_("Head of the district's office"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_SIGNATORY] = { "signatory", N_("Who signs"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_BLOCK_HEAD] = { "block_head", N_("Head of the block's office"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_COLLECTOR] = { "collector", N_("Collector"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_COURSE] = { "course", N_("Training"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_POSTS] = { "posts", N_("Target group"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_FY] = { "fy", N_("Financial year"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_ORDER_NO] = { "order_no", N_("Number of the order that calls for it"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_ORDER_DAY] = { "order_day", N_("Its date"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_NUMBER] = { "number", N_("Number of this paper"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_DAY] = { "day", N_("Date of this paper"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_LETTER_NO] = { "letter_no", N_("Number of the nomination letter"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_LETTER_DAY] = { "letter_day", N_("Date of the nomination letter"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_FROM] = { "from", N_("First day"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_TO] = { "to", N_("Last day"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_DAYS] = { "days", N_("Number of days, in words"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_BATCHES] = { "batches", N_("Number of batches"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_PEOPLE] = { "people", N_("Number of participants"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_BATCH] = { "batch", N_("Number of the batch"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_DATES] = { "dates", N_("Days of the batch"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_VENUE] = { "venue", N_("Venue"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_TRAINERS] = { "trainers", N_("Master trainer(s)"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_NODAL] = { "nodal", N_("Nodal officer"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_CHANGE] = { "change", N_("What has changed, a sentence"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_NAME] = { "name", N_("Name"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_POST] = { "post", N_("Post"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_PLACE] = { "place", N_("Gram panchayat / office"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_PRESENT] = { "present", N_("How many were present"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_HELD_DAYS] = { "held_days", N_("Days that were held"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_UNIT_COST] = { "unit_cost", N_("Unit cost"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_NORM] = { "norm", N_("Cost norm"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_LIMIT] = { "limit", N_("What is admissible"), PATAL_FORM_TEXT },
  [PATAL_PAPER_FIELD_SPENT] = { "spent", N_("What was spent"), PATAL_FORM_TEXT },
};
static const char *const tables[PATAL_N_PAPER_TABLES + 1] = {
  [PATAL_PAPER_TABLE_BATCHES] = "batches", [PATAL_PAPER_TABLE_PEOPLE] = "people", [PATAL_PAPER_TABLE_COSTS] = "costs",
  [PATAL_PAPER_TABLE_QUESTIONS] = "questions",
};
const PatalLetterKnown patal_paper_known = { fields, PATAL_N_PAPER_FIELDS, tables };

/* (transfer full) */
static char *
shipped_text (PatalTrainingPaper paper)
{
  g_autofree char *path = g_strdup_printf ("/io/github/grampatal/GramPatal/training/letters/%s.letter", patal_training_paper_name (paper));
  g_autoptr (GBytes) bytes = g_resource_lookup_data (patal_training_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (bytes != NULL, NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* *@out (nullable) (transfer full): the office's own. */
static gboolean
own_text (PatalDb *db, PatalTrainingPaper paper, char **out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT text FROM letter_template WHERE kind = ?1 AND used ORDER BY id DESC LIMIT 1",
                                            PATAL_ARGS (PATAL_TEXT (patal_training_paper_name (paper))));
  g_autofree char *text = patal_rows_next (&rows) ? g_strdup (patal_rows_text (&rows, 0)) : NULL;

  if (!patal_rows_finish (&rows, error))
    return FALSE;
  *out = g_steal_pointer (&text);
  return TRUE;
}

char *
patal_paper_template_text (PatalDb *db, PatalTrainingPaper paper, gboolean *own, GError **error)
{
  char *text = NULL;

  g_return_val_if_fail (!patal_training_paper_is_table (paper), NULL);
  if (!own_text (db, paper, &text, error))
    return NULL;
  if (own != NULL)
    *own = text != NULL;
  return text != NULL ? text : shipped_text (paper);
}

static PatalLetterTemplate *
parse (const char *text, GError **error)
{
  g_autoptr (GPtrArray) faults = NULL;
  PatalLetterTemplate *template = patal_letter_template_parse (text, strlen (text), &patal_paper_known, &faults);

  if (template == NULL)
    {
      const PatalTemplateFault *first = g_ptr_array_index (faults, 0);

      if (first->line > 0)
        g_set_error (error, PATAL_PAPER_TEMPLATE_ERROR, PATAL_PAPER_TEMPLATE_ERROR_FAULTS, _("The text of this paper has a fault in line %u: %s"),
                     first->line, first->text);
      else
        g_set_error_literal (error, PATAL_PAPER_TEMPLATE_ERROR, PATAL_PAPER_TEMPLATE_ERROR_FAULTS, first->text);
    }
  return template;
}

PatalLetterTemplate *
patal_paper_template (PatalDb *db, PatalTrainingPaper paper, GError **error)
{
  g_autofree char *text = patal_paper_template_text (db, paper, NULL, error);

  return text != NULL ? parse (text, error) : NULL;
}

gboolean
patal_paper_template_discard (PatalDb *db, PatalTrainingPaper paper, GError **error)
{
  return patal_db_run (db, "DELETE FROM letter_template WHERE kind = ?1", PATAL_ARGS (PATAL_TEXT (patal_training_paper_name (paper))), error);
}

gboolean
patal_paper_template_put (PatalDb *db, PatalTrainingPaper paper, const char *text, GError **error)
{
  g_autoptr (PatalLetterTemplate) template = parse (text, error);
  g_autofree char *shipped = shipped_text (paper), *before = NULL;
  const char *kind = patal_training_paper_name (paper), *name;

  if (template == NULL)
    return FALSE;
  if (g_str_equal (text, shipped))
    return patal_paper_template_discard (db, paper, error);
  name = patal_letter_template_name (template, PATAL_LANG_HI);
  if (name == NULL)
    name = kind;
  if (!own_text (db, paper, &before, error))
    return FALSE;
  if (before != NULL)
    return patal_db_run (db, "UPDATE letter_template SET name = ?1, text = ?2 WHERE kind = ?3 AND used",
                         PATAL_ARGS (PATAL_TEXT (name), PATAL_TEXT (text), PATAL_TEXT (kind)), error);
  return patal_db_run (db, "INSERT INTO letter_template (id, name, kind, text, used) VALUES (?1, ?2, ?3, ?4, 1)",
                       PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_TEXT (name), PATAL_TEXT (kind), PATAL_TEXT (text)), error);
}
