/* board-template-commands.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-template-commands.h"
#include "patal-board-facts.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

static int
list_templates (PatalDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = patal_board_templates (db, &error);

  if (templates == NULL)
    return patal_call_refuse (error);
  for (guint i = 0; i < templates->len; i++)
    {
      const PatalBoardTemplate *template = templates->pdata[i];
      const PatalTemplateFrame *frame = template->template != NULL ? patal_template_frame (template->template) : NULL;
      const char *names[2] = { frame != NULL ? frame->names[0] : NULL, frame != NULL ? frame->names[1] : NULL };

      printf ("%s\t%s\t%s\t%s\n", template->name, template->id == 0 ? _("shipped") : _("the office's own"),
              names[0] != NULL ? names[0] : names[1] != NULL ? names[1] : "", frame == NULL ? _("has faults: see board-template show") : "");
    }
  return PATAL_EXIT_DONE;
}

static int
show_template (PatalDb *db, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = patal_board_template_text (db, name, &error);

  if (text == NULL)
    return patal_call_refuse (error);
  fputs (text, stdout);
  return PATAL_EXIT_DONE;
}

/* --- Files --- */

static gboolean
read_file (const char *path, char **text, gsize *length)
{
  g_autoptr (GError) error = NULL;

  if (g_file_get_contents (path, text, length, &error))
    return TRUE;
  fprintf (stderr, g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? _("patal: There is no file “%s”\n")
                                                                              : _("patal: The file “%s” cannot be read\n"), path);
  return FALSE;
}

static int
check_file (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (PatalTemplate) template = NULL;
  gsize length;

  if (!read_file (path, &text, &length))
    return PATAL_EXIT_REFUSED;
  template = patal_template_parse (text, length, patal_board_known, patal_board_n_known, &faults);
  for (guint i = 0; i < faults->len; i++)
    {
      const PatalTemplateFault *fault = faults->pdata[i];

      if (fault->line > 0)
        fprintf (stderr, _("Line %u: %s\n"), fault->line, fault->text);
      else
        fprintf (stderr, "%s\n", fault->text);
    }
  if (template == NULL)
    return PATAL_EXIT_REFUSED;
  printf ("%s\n", _("The template is sound."));
  return PATAL_EXIT_DONE;
}

/* --- Changes --- */

typedef struct
{
  const char *name;
  char       *text; /* NULL: the template goes */
  gsize       length;
} Change;

static gboolean
change_cb (PatalDb *db, gpointer data, GError **error)
{
  const Change *change = data;

  return change->text != NULL ? patal_board_template_put (db, change->name, change->text, change->length, error)
                              : patal_board_template_remove (db, change->name, error);
}

/* A change of templates changes boards: that is said. */
static int
change_templates (PatalCall *call, const PatalLabel *label, Change *change)
{
  g_autoptr (PatalDb) db = patal_call_open (call, PATAL_FILE_WRITE);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  if (!patal_db_edit (db, label, change_cb, change, &error))
    return patal_call_refuse (error);
  said = patal_label_text (label, NULL);
  printf ("%s\n", said);
  return PATAL_EXIT_DONE;
}

static int
add_template (PatalCall *call, const char *name, const char *path)
{
  Change change = { .name = name };
  g_autofree char *text = NULL;

  if (!read_file (path, &text, &change.length))
    return PATAL_EXIT_REFUSED;
  change.text = text;
  return change_templates (call, PATAL_LABEL ("Template of boards “{1}” kept", name), &change);
}

static int
on_file (PatalCall *call)
{
  const char *verb = call->words[1];
  g_autoptr (PatalDb) db = NULL;

  if (g_str_equal (verb, "add"))
    return add_template (call, call->words[2], call->words[3]);
  if (g_str_equal (verb, "remove"))
    return change_templates (call, PATAL_LABEL ("Template of boards “{1}” removed", call->words[2]), &(Change) { .name = call->words[2] });
  db = call->file != NULL ? patal_call_open (call, PATAL_FILE_READ) : NULL; /* without one there are the shipped templates */
  if (call->file != NULL && db == NULL)
    return PATAL_EXIT_REFUSED;
  return g_str_equal (verb, "show") ? show_template (db, call->words[2]) : list_templates (db);
}

int
patal_board_template_run (PatalCall *call)
{
  static const struct { const char *verb; guint n_words; } verbs[] = {
    { "list", 1 }, { "show", 2 }, { "check", 2 }, { "add", 3 }, { "remove", 2 },
  };

  if (!patal_call_options (call, NULL, 1, 3))
    return PATAL_EXIT_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (call->words[1], verbs[i].verb) && call->n_words == verbs[i].n_words)
      return g_str_equal (call->words[1], "check") ? check_file (call->words[2]) : on_file (call);
  fprintf (stderr, _("Usage: patal %s %s\n"), call->command->name, call->command->usage);
  return PATAL_EXIT_USAGE;
}
