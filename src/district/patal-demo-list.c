/* patal-demo-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-demo-list.h"
#include "patal-district-resources.h"
#include <string.h>

#define LISTS "/io/github/grampatal/GramPatal/district/demo/"

struct _PatalDemoList
{
  char      *name;
  GStrv      heads;
  GPtrArray *rows; /* of GStrv, each as long as heads */
};

PatalDemoList *
patal_demo_list_new_from (GResource *resource, const char *path)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;
  PatalDemoList *list = g_new0 (PatalDemoList, 1);

  if (bytes == NULL)
    g_error ("%s is missing", path);
  /* A resource ends with a nul that is not counted. */
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  list->name = g_strdup (path);
  list->heads = g_strsplit (lines[0], ";", -1);
  list->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      GStrv fields;

      if (lines[i][0] == '\0')
        continue;
      fields = g_strsplit (lines[i], ";", -1);
      if (g_strv_length (fields) != g_strv_length (list->heads))
        g_error ("line %u of %s has not as many fields as the first", i + 1, path);
      g_ptr_array_add (list->rows, fields);
    }
  return list;
}

PatalDemoList *
patal_demo_list_new (const char *name)
{
  g_autofree char *path = g_strconcat (LISTS, name, ".csv", NULL);

  return patal_demo_list_new_from (patal_district_get_resource (), path);
}

void
patal_demo_list_free (PatalDemoList *list)
{
  if (list == NULL)
    return;
  g_free (list->name);
  g_strfreev (list->heads);
  g_ptr_array_unref (list->rows);
  g_free (list);
}

guint
patal_demo_list_length (const PatalDemoList *list)
{
  return list->rows->len;
}

char *
patal_demo_list_text (const PatalDemoList *list, guint row, const char *head)
{
  GStrv fields = g_ptr_array_index (list->rows, row);

  for (guint i = 0; list->heads[i] != NULL; i++)
    if (strcmp (list->heads[i], head) == 0)
      return fields[i][0] != '\0' ? fields[i] : NULL;
  g_error ("the list %s has no %s", list->name, head);
}

gint64
patal_demo_list_int (const PatalDemoList *list, guint row, const char *head)
{
  const char *text = patal_demo_list_text (list, row, head);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : -1;
}

PatalDay
patal_demo_list_day (const PatalDemoList *list, guint row, const char *head)
{
  const char *text = patal_demo_list_text (list, row, head);
  PatalDay day = patal_day_from_iso (text);

  if (text != NULL && day == PATAL_DAY_NONE)
    g_error ("the list %s has no day in its line %u", list->name, row + 2);
  return day;
}

gboolean
patal_demo_list_place (const PatalDemoList *list, guint row, double *lat, double *lon)
{
  const char *first = patal_demo_list_text (list, row, "lat");
  const char *second = patal_demo_list_text (list, row, "lon");

  if (first == NULL || second == NULL)
    return FALSE;
  *lat = g_ascii_strtod (first, NULL);
  *lon = g_ascii_strtod (second, NULL);
  return TRUE;
}
