/* patal-plan-modules.c: modules.csv, and lists of modules
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-files-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

enum { MODULE, DAYS, TEAM, AFTER };

gboolean
patal_plan_files_listable (PatalPlanRows *rows, guint column, GError **error)
{
  const char *id = patal_plan_rows_text (rows, column);

  return strpbrk (id, " \t\r\n") == NULL
         || patal_plan_rows_fail (
             rows, column, PATAL_PLAN_FILES_ERROR_VALUE, error,
             _("The id “%s” has a space in it, and lists have spaces between ids. Write it without."),
             patal_plan_rows_shown (rows, column));
}

guint64
patal_plan_files_taught (PatalPlanReading *reading, PatalPlanRows *rows, guint column)
{
  const PatalPlanIds *modules = &reading->files->modules;
  g_auto (GStrv) names = g_strsplit_set (patal_plan_rows_text (rows, column), " \t\r\n", -1);
  guint64 taught = 0;

  if (g_str_equal (patal_plan_rows_text (rows, column), "*"))
    return patal_plan_ids_count (modules) < 64
               ? (G_GUINT64_CONSTANT (1) << patal_plan_ids_count (modules)) - 1
               : G_MAXUINT64;
  for (char **name = names; *name != NULL; name++)
    {
      int m = patal_plan_ids_find (modules, *name);

      if (m >= 0)
        taught |= G_GUINT64_CONSTANT (1) << m;
      else if (**name != '\0') /* one list of trainers may serve several programmes */
        patal_plan_files_remark (
            reading, patal_plan_rows_remark (
                         rows, column, _("“%s” is no module of this plan and counts for nothing."), *name));
    }
  return taught;
}

static gboolean
read_after (PatalPlanFiles *files, PatalPlanRows *rows, GError **error)
{
  while (patal_plan_rows_next (rows))
    {
      g_auto (GStrv) names = g_strsplit_set (patal_plan_rows_text (rows, AFTER), " \t\r\n", -1);

      for (char **name = names; *name != NULL; name++)
        {
          int m = patal_plan_ids_find (&files->modules, *name);

          if (m >= 0)
            files->data.modules[rows->row - 1].after |= G_GUINT64_CONSTANT (1) << m;
          else if (**name != '\0')
            return patal_plan_rows_fail (rows, AFTER, PATAL_PLAN_FILES_ERROR_UNKNOWN, error,
                                         _("“%s” is no module. Correct it, or add a row for it."), *name);
        }
    }
  return TRUE;
}

/* Names those that wait for one another: what is left when all are taken away that nothing keeps waiting. */
static gboolean
fail_circle (const PatalPlanFiles *files, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint64 left
      = files->data.n_modules < 64 ? (G_GUINT64_CONSTANT (1) << files->data.n_modules) - 1 : G_MAXUINT64,
      before;

  do
    {
      before = left;
      for (int m = 0; m < files->data.n_modules; m++)
        if ((files->data.modules[m].after & left) == 0)
          left &= ~(G_GUINT64_CONSTANT (1) << m);
    }
  while (left != before);
  for (int m = 0; m < files->data.n_modules; m++)
    if (left >> m & 1)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              patal_plan_ids_name (&files->modules, m));
  g_set_error (error, PATAL_PLAN_FILES_ERROR, PATAL_PLAN_FILES_ERROR_RULES,
               _("modules.csv, column after: the modules %s wait for one another in a circle. Let one of "
                  "them come first."),
               names->str);
  return FALSE;
}

gboolean
patal_plan_files_read_modules (PatalPlanReading *reading, GError **error)
{
  static const PatalPlanColumn columns[] = {
    { "module_id", PATAL_PLAN_MUST_HAVE },
    { "days", PATAL_PLAN_MUST_HAVE },
    { "team", PATAL_PLAN_MUST_HAVE },
    { "after", PATAL_PLAN_MAY_LACK },
  };
  PatalPlanFiles *files = reading->files;
  g_auto (PatalPlanRows) rows = { 0 };
  int order[PATAL_PLAN_MOST_MODULES];

  if (!patal_plan_files_open (reading, &rows, "modules.csv", FALSE, columns, G_N_ELEMENTS (columns), error))
    return FALSE;
  if (patal_plan_rows_count (&rows) > PATAL_PLAN_MOST_MODULES)
    {
      g_set_error (
          error, PATAL_PLAN_FILES_ERROR, PATAL_PLAN_FILES_ERROR_RULES,
          _("modules.csv has %d modules. A plan takes %d at most: join some of them, or make two plans."),
          patal_plan_rows_count (&rows), PATAL_PLAN_MOST_MODULES);
      return FALSE;
    }
  files->data.modules = g_new0 (PatalPlanModule, patal_plan_rows_count (&rows));
  while (patal_plan_rows_next (&rows))
    {
      PatalPlanModule *module = &files->data.modules[files->data.n_modules++];

      if (!patal_plan_files_listable (&rows, MODULE, error)
          || !patal_plan_rows_new_id (&rows, MODULE, &files->modules, error)
          || !patal_plan_rows_whole (&rows, DAYS, TRUE, 1, PATAL_PLAN_MOST_DAYS, &module->days, error)
          || !patal_plan_rows_whole (&rows, TEAM, TRUE, 0, PATAL_PLAN_MOST_TEAM, &module->team, error))
        return FALSE;
    }
  rows.row = 0;
  return read_after (files, &rows, error)
         && (patal_plan_data_order_modules (&files->data, order) || fail_circle (files, error));
}
