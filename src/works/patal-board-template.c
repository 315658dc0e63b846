/* patal-board-template.c: the shipped templates, and the office's own in the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-private.h"
#include "patal-setting.h"
#include "patal-text.h"
#include "patal-works-resources.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-board-template-error-quark, patal_board_template_error)

#define SHIPPED_FOLDER "/io/github/grampatal/GramPatal/works/boards/"

static const char *const shipped[] = { [PATAL_WORK_COMMUNITY] = "community", [PATAL_WORK_INDIVIDUAL] = "individual" };

static GBytes *
shipped_text (const char *name)
{
  g_autofree char *path = g_strconcat (SHIPPED_FOLDER, name, ".board", NULL);

  return g_resource_lookup_data (patal_works_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static gboolean
is_shipped (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    if (g_str_equal (shipped[i], name))
      return TRUE;
  return FALSE;
}

static PatalTemplate *
parse (const char *text, gsize length)
{
  g_autoptr (GPtrArray) faults = NULL;

  return patal_template_parse (text, length, patal_board_known, patal_board_n_known, &faults);
}

static PatalTemplate *
parse_shipped (const char *name)
{
  g_autoptr (GBytes) bytes = shipped_text (name);

  return parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* --- which is used --- */

static const char *const settings[PATAL_N_WORK_KINDS] = { [PATAL_WORK_COMMUNITY] = "board-template-community",
                                                          [PATAL_WORK_INDIVIDUAL] = "board-template-individual" };

PatalTemplateFor
patal_board_template_for (PatalWorkKind kind)
{
  return kind == PATAL_WORK_COMMUNITY ? PATAL_TEMPLATE_COMMUNITY : PATAL_TEMPLATE_INDIVIDUAL;
}

static PatalBoardTemplate *
find (const GPtrArray *templates, const char *name)
{
  for (guint i = 0; i < templates->len; i++)
    if (g_strcmp0 (((PatalBoardTemplate *) g_ptr_array_index (templates, i))->name, name) == 0)
      return g_ptr_array_index (templates, i);
  return NULL;
}

/* One that is gone, by an undo, leaves its place to the shipped one. */
static gboolean
mark_used (PatalDb *db, GPtrArray *templates, GError **error)
{
  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    {
      g_autofree char *name = NULL;
      PatalBoardTemplate *used;

      if (db != NULL && !patal_setting_get (db, settings[kind], &name, error))
        return FALSE;
      used = find (templates, name);
      if (used == NULL)
        used = find (templates, shipped[kind]);
      used->used |= patal_board_template_for (kind);
    }
  return TRUE;
}

/* Of the kinds @kinds, those that @name was used for are given back to the shipped templates. */
static gboolean
stop_using (PatalDb *db, const char *name, PatalTemplateFor kinds, GError **error)
{
  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    {
      g_autofree char *used = NULL;

      if (!patal_setting_get (db, settings[kind], &used, error)
          || ((kinds & patal_board_template_for (kind)) != 0 && g_strcmp0 (used, name) == 0
              && !patal_setting_set (db, settings[kind], NULL, error)))
        return FALSE;
    }
  return TRUE;
}

/* --- the templates --- */

void
patal_board_template_free (PatalBoardTemplate *template)
{
  g_free (template->name);
  g_clear_pointer (&template->template, patal_template_unref);
  g_free (template);
}

static void
add_template (GPtrArray *templates, gint64 id, const char *name, PatalTemplate *template)
{
  PatalBoardTemplate *entry = g_new (PatalBoardTemplate, 1);

  *entry = (PatalBoardTemplate) { .id = id, .name = g_strdup (name), .template = template };
  g_ptr_array_add (templates, entry);
}

static gboolean
add_own (PatalDb *db, GPtrArray *templates, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, name, text FROM board_template ORDER BY name, id",
                                            PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      const char *text = patal_rows_text (&rows, 2);

      add_template (templates, patal_rows_int (&rows, 0), patal_rows_text (&rows, 1), parse (text, strlen (text)));
    }
  return patal_rows_finish (&rows, error);
}

GPtrArray *
patal_board_templates (PatalDb *db, GError **error)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_board_template_free);

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    add_template (templates, 0, shipped[i], parse_shipped (shipped[i]));
  if (db != NULL && !add_own (db, templates, error))
    return NULL;
  return mark_used (db, templates, error) ? g_steal_pointer (&templates) : NULL;
}

static gboolean
set_gone (const char *name, GError **error)
{
  g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND,
               _("There is no template “%s” for boards: choose one of the list"), name);
  return FALSE;
}

PatalTemplate *
patal_board_template (PatalDb *db, const char *name, PatalWorkKind kind, GError **error)
{
  g_autoptr (GPtrArray) templates = patal_board_templates (db, error);
  const PatalBoardTemplate *found = NULL;

  if (templates == NULL)
    return NULL;
  for (guint i = 0; i < templates->len; i++)
    {
      const PatalBoardTemplate *entry = g_ptr_array_index (templates, i);

      if (name != NULL ? g_str_equal (entry->name, name) : (entry->used & patal_board_template_for (kind)) != 0)
        found = entry;
    }
  if (found == NULL)
    set_gone (name, error);
  else if (found->template == NULL)
    g_set_error (error, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_FAULTS,
                 _("The template “%s” can no longer be read: write it to a file, mend it, and take it in again; "
                   "or choose another for its boards"),
                 found->name);
  return found != NULL && found->template != NULL ? patal_template_ref (found->template) : NULL;
}

char *
patal_board_template_text (PatalDb *db, const char *name, GError **error)
{
  g_auto (PatalRows) rows = { 0 };
  g_autofree char *text = NULL;

  if (is_shipped (name))
    {
      g_autoptr (GBytes) bytes = shipped_text (name);

      return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  if (db != NULL)
    {
      rows = patal_db_query (db, "SELECT text FROM board_template WHERE name = ?1 ORDER BY id LIMIT 1", PATAL_ARGS (PATAL_TEXT (name)));
      if (patal_rows_next (&rows))
        text = g_strdup (patal_rows_text (&rows, 0));
      if (!patal_rows_finish (&rows, error))
        return NULL;
    }
  if (text == NULL)
    set_gone (name, error);
  return g_steal_pointer (&text);
}

static gboolean
set_faults (const GPtrArray *faults, GError **error)
{
  g_autoptr (GString) message = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const PatalTemplateFault *fault = g_ptr_array_index (faults, i);

      if (i > 0)
        g_string_append_c (message, '\n');
      if (fault->line > 0)
        /* Translators: of a text file: "Line 12: There is no field …" */
        g_string_append_printf (message, _("Line %u: %s"), fault->line, fault->text);
      else
        g_string_append (message, fault->text);
    }
  g_set_error_literal (error, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_FAULTS, message->str);
  return FALSE;
}

gboolean
patal_board_template_put (PatalDb *db, const char *name, const char *text, gsize length, GError **error)
{
  g_autofree char *clean = patal_text_clean (name), *kept = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (PatalTemplate) template = patal_template_parse (text, length, patal_board_known, patal_board_n_known, &faults);
  gint64 id;
  g_autoptr (GError) none = NULL;

  if (clean == NULL || is_shipped (clean))
    {
      g_set_error_literal (error, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_NAME,
                           _("Give the template a name of its own: “community” and “individual” are those that come with the program"));
      return FALSE;
    }
  if (template == NULL)
    return set_faults (faults, error);
  if (!stop_using (db, clean, ~patal_template_frame (template)->kinds, error))
    return FALSE;
  kept = g_strndup (text, length);
  if (patal_db_int (db, "SELECT id FROM board_template WHERE name = ?1 ORDER BY id LIMIT 1", PATAL_ARGS (PATAL_TEXT (clean)), &id, &none))
    return patal_db_run (db, "UPDATE board_template SET text = ?2 WHERE id = ?1", PATAL_ARGS (PATAL_INT (id), PATAL_TEXT (kept)), error);
  if (!g_error_matches (none, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&none));
      return FALSE;
    }
  return patal_db_run (db, "INSERT INTO board_template (id, name, text) VALUES (?1, ?2, ?3)",
                       PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_TEXT (clean), PATAL_TEXT (kept)), error);
}

gboolean
patal_board_template_remove (PatalDb *db, const char *name, GError **error)
{
  gint64 n;

  if (is_shipped (name))
    {
      g_set_error_literal (error, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_NAME,
                           _("The templates that come with the program cannot be taken away; choose one of your own instead of them"));
      return FALSE;
    }
  if (!patal_db_int (db, "SELECT count (*) FROM board_template WHERE name = ?1", PATAL_ARGS (PATAL_TEXT (name)), &n, error))
    return FALSE;
  if (n == 0)
    return set_gone (name, error);
  if (!stop_using (db, name, PATAL_TEMPLATE_COMMUNITY | PATAL_TEMPLATE_INDIVIDUAL, error))
    return FALSE;
  return patal_db_run (db, "DELETE FROM board_template WHERE name = ?1", PATAL_ARGS (PATAL_TEXT (name)), error);
}

/* --- choosing one --- */

const char *
patal_board_template_kind_words (PatalWorkKind kind)
{
  static const char *const words[PATAL_N_WORK_KINDS] = { N_("Boards of community works"), N_("Boards of individual works") };

  return _(words[kind]);
}

gboolean
patal_board_template_is_for (const PatalBoardTemplate *entry, PatalWorkKind kind)
{
  return entry->template != NULL && (patal_template_frame (entry->template)->kinds & patal_board_template_for (kind)) != 0;
}

gboolean
patal_board_template_is_used (const PatalBoardTemplate *entry, PatalWorkKind kind)
{
  return (entry->used & patal_board_template_for (kind)) != 0;
}

gboolean
patal_board_template_use (PatalDb *db, const char *name, PatalWorkKind kind, GError **error)
{
  g_autoptr (GPtrArray) templates = patal_board_templates (db, error);
  const PatalBoardTemplate *entry = templates != NULL ? find (templates, name) : NULL;

  if (templates == NULL)
    return FALSE;
  if (entry == NULL)
    return set_gone (name, error);
  if (!patal_board_template_is_for (entry, kind))
    {
      g_set_error (error, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_KIND,
                   kind == PATAL_WORK_COMMUNITY
                     ? _("The template “%s” is not for community works: its line “for” says so, or it cannot be read")
                     : _("The template “%s” is not for individual works: its line “for” says so, or it cannot be read"),
                   name);
      return FALSE;
    }
  return patal_setting_set (db, settings[kind], entry->id != 0 ? name : NULL, error);
}
