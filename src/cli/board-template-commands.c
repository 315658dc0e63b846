/* board-template-commands.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-template-commands.h"
#include "patal-board-facts.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* (transfer full): "in use: community, individual", "": for none. */
static char *
used_words (const PatalBoardTemplate *template)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    if (patal_board_template_is_used (template, kind))
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", patal_work_kind_id (kind));
  /* Translators: of a template; %s: "community", "individual" or both */
  return kinds->len > 0 ? g_strdup_printf (_("in use: %s"), kinds->str) : g_strdup ("");
}

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

      g_autofree char *used = used_words (template);

      printf ("%s\t%s\t%s\t%s\t%s\n", template->name, template->id == 0 ? _("shipped") : _("the office's own"),
              names[0] != NULL ? names[0] : names[1] != NULL ? names[1] : "", used,
              frame == NULL ? _("has faults: see board-template show") : "");
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

/* What it leaves out is no fault of it: it is told beside. */
static void
warn (const PatalTemplate *template)
{
  g_autoptr (GPtrArray) warnings = patal_board_template_warnings (template);

  for (guint i = 0; i < warnings->len; i++)
    fprintf (stderr, "%s\n", (const char *) warnings->pdata[i]);
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
  warn (template);
  printf ("%s\n", _("The template is sound."));
  return PATAL_EXIT_DONE;
}

/* --- Changes --- */

typedef struct
{
  const char   *name;
  char         *text;   /* NULL: the template goes, or is used */
  gsize         length;
  PatalWorkKind kind;   /* that it is to be used for */
} Change;

static gboolean
use_cb (PatalDb *db, gpointer data, GError **error)
{
  const Change *change = data;

  return patal_board_template_use (db, change->name, change->kind, error);
}

static gboolean
change_cb (PatalDb *db, gpointer data, GError **error)
{
  const Change *change = data;

  return change->text != NULL ? patal_board_template_put (db, change->name, change->text, change->length, error)
                              : patal_board_template_remove (db, change->name, error);
}

/* By which template the boards of each kind that this one is for are made: whoever adds one may think that it is. */
static void
tell_used (const GPtrArray *templates, const PatalBoardTemplate *own)
{
  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    for (guint i = 0; i < templates->len; i++)
      {
        const PatalBoardTemplate *other = templates->pdata[i];

        if (!patal_board_template_is_for (own, kind) || !patal_board_template_is_used (other, kind))
          continue;
        /* Translators: "Boards of community works", and the name of a template */
        printf (_("%s are made by “%s”."), patal_board_template_kind_words (kind), other->name);
        if (other != own)
          /* Translators: a command to be typed: the name of a template, and community or individual */
          printf (_(" To have them made by this one: patal … board-template use %s %s"), own->name, patal_work_kind_id (kind));
        printf ("\n");
      }
}

static int
tell (PatalDb *db, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = patal_board_templates (db, &error);
  g_autofree char *clean = patal_text_clean (name);

  if (templates == NULL)
    return patal_call_refuse (error);
  for (guint i = 0; i < templates->len; i++)
    {
      const PatalBoardTemplate *own = templates->pdata[i];

      if (g_strcmp0 (own->name, clean) != 0)
        continue;
      tell_used (templates, own);
      warn (own->template);
    }
  return PATAL_EXIT_DONE;
}

/* A change of templates changes boards: that is said. */
static int
change_templates (PatalCall *call, const PatalLabel *label, PatalEditFunc edit, Change *change)
{
  g_autoptr (PatalDb) db = patal_call_open (call, PATAL_FILE_WRITE);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  if (!patal_db_edit (db, label, edit, change, &error))
    return patal_call_refuse (error);
  said = patal_label_text (label, NULL);
  printf ("%s\n", said);
  return edit == use_cb || change->text != NULL ? tell (db, change->name) : PATAL_EXIT_DONE;
}

static int
add_template (PatalCall *call, const char *name, const char *path)
{
  Change change = { .name = name };
  g_autofree char *text = NULL;

  if (!read_file (path, &text, &change.length))
    return PATAL_EXIT_REFUSED;
  change.text = text;
  return change_templates (call, PATAL_LABEL ("Template of boards “{1}” kept", name), change_cb, &change);
}

static int
remove_template (PatalCall *call, const char *name)
{
  return change_templates (call, PATAL_LABEL ("Template of boards “{1}” removed", name), change_cb, &(Change) { .name = name });
}

static int
use_template (PatalCall *call, const char *name, const char *id)
{
  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    if (g_str_equal (id, patal_work_kind_id (kind)))
      return change_templates (call, PATAL_LABEL ("Template of boards “{1}” chosen", name), use_cb,
                               &(Change) { .name = name, .kind = kind });
  fprintf (stderr, _("patal: There is no kind of work “%s”: write community or individual\n"), id);
  return PATAL_EXIT_USAGE;
}

static int
on_file (PatalCall *call)
{
  const char *verb = call->words[1];
  g_autoptr (PatalDb) db = NULL;

  if (g_str_equal (verb, "add"))
    return add_template (call, call->words[2], call->words[3]);
  if (g_str_equal (verb, "remove"))
    return remove_template (call, call->words[2]);
  if (g_str_equal (verb, "use"))
    return use_template (call, call->words[2], call->words[3]);
  db = call->file != NULL ? patal_call_open (call, PATAL_FILE_READ) : NULL; /* without one there are the shipped templates */
  if (call->file != NULL && db == NULL)
    return PATAL_EXIT_REFUSED;
  return g_str_equal (verb, "show") ? show_template (db, call->words[2]) : list_templates (db);
}

int
patal_board_template_run (PatalCall *call)
{
  static const struct { const char *verb; guint n_words; } verbs[] = {
    { "list", 1 }, { "show", 2 }, { "check", 2 }, { "add", 3 }, { "remove", 2 }, { "use", 3 },
  };

  if (!patal_call_options (call, NULL, 1, 3))
    return PATAL_EXIT_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (call->words[1], verbs[i].verb) && call->n_words == verbs[i].n_words)
      return g_str_equal (call->words[1], "check") ? check_file (call->words[2]) : on_file (call);
  fprintf (stderr, _("Usage: patal %s %s\n"), call->command->name, call->command->usage);
  return PATAL_EXIT_USAGE;
}
