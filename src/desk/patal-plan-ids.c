/* patal-plan-ids.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-ids.h"

void
patal_plan_ids_init (PatalPlanIds *ids)
{
  ids->names = g_ptr_array_new_with_free_func (g_free);
  ids->places = g_hash_table_new (g_str_hash, g_str_equal);
}

void
patal_plan_ids_clear (PatalPlanIds *ids)
{
  g_clear_pointer (&ids->places, g_hash_table_unref);
  g_clear_pointer (&ids->names, g_ptr_array_unref);
}

int
patal_plan_ids_find (const PatalPlanIds *ids, const char *name)
{
  gpointer place;

  return g_hash_table_lookup_extended (ids->places, name, NULL, &place) ? GPOINTER_TO_INT (place) : -1;
}

int
patal_plan_ids_add (PatalPlanIds *ids, const char *name)
{
  int place = patal_plan_ids_find (ids, name);
  char *kept;

  if (place >= 0)
    return place;
  place = patal_plan_ids_count (ids);
  kept = g_strdup (name);
  g_ptr_array_add (ids->names, kept);
  g_hash_table_insert (ids->places, kept, GINT_TO_POINTER (place));
  return place;
}

char *
patal_plan_ids_list (const PatalPlanIds *ids, guint64 set, const char *between)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; i < MIN (patal_plan_ids_count (ids), 64); i++)
    if (set >> i & 1)
      g_string_append_printf (list, "%s%s", list->len > 0 ? between : "", patal_plan_ids_name (ids, i));
  return g_string_free (list, FALSE);
}
