/* patal-work-material.c: main materials of a work, and the lines that people write them in
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-private.h"
#include "patal-label.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PARTS 3 /* name, quantity, amount */

PatalMaterial *
patal_material_new (const char *name, const char *quantity, gint64 paise)
{
  PatalMaterial *material = g_new0 (PatalMaterial, 1);

  material->name = g_strdup (name);
  material->quantity = g_strdup (quantity);
  material->paise = paise;
  return material;
}

void
patal_material_free (PatalMaterial *material)
{
  if (material == NULL)
    return;
  g_free (material->name);
  g_free (material->quantity);
  g_free (material);
}

static const char *
next_separator (const char *text)
{
  for (const char *p = strchr (text, ':'); p != NULL; p = strchr (p + 1, ':'))
    {
      gboolean in_ratio = p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]); /* concrete is mixed 1:2:4 */

      if (!in_ratio)
        return p;
    }
  return NULL;
}

gboolean
patal_material_text_ok (const char *text)
{
  return text == NULL || (strpbrk (text, ";\n") == NULL && next_separator (text) == NULL);
}

char *
patal_materials_format (const GPtrArray *materials)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; materials != NULL && i < materials->len; i++)
    {
      const PatalMaterial *material = g_ptr_array_index (materials, i);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", material->name);
      if (material->quantity != NULL || material->paise != PATAL_WORK_UNKNOWN)
        g_string_append_printf (lines, ": %s", material->quantity != NULL ? material->quantity : "");
      if (material->paise != PATAL_WORK_UNKNOWN)
        {
          g_autofree char *amount = patal_money_format (material->paise, PATAL_MONEY_RUPEES);

          g_string_append_printf (lines, ": %s", amount);
        }
    }
  return g_string_free (lines, FALSE);
}

static gboolean
refuse (GError **error, const char *msgid, const char *line)
{
  g_autofree char *sentence = patal_label_text (PATAL_LABEL (msgid, line), NULL);

  g_set_error_literal (error, PATAL_WORK_ERROR, PATAL_WORK_ERROR_MATERIAL, sentence);
  return FALSE;
}

static PatalMaterial *
parse_line (const char *line, GError **error)
{
  char *parts[MAX_PARTS] = { NULL };
  guint n = 0;
  g_autoptr (PatalMaterial) material = NULL;

  for (const char *rest = line; rest != NULL; n++)
    {
      const char *end = next_separator (rest);
      g_autofree char *part = end != NULL ? g_strndup (rest, (gsize) (end - rest)) : g_strdup (rest);

      if (n < MAX_PARTS)
        parts[n] = patal_text_clean (part);
      rest = end != NULL ? end + 1 : NULL;
    }
  material = g_new0 (PatalMaterial, 1);
  material->name = parts[0];
  material->quantity = parts[1];
  material->paise = PATAL_WORK_UNKNOWN;
  if (n > MAX_PARTS)
    refuse (error, N_("Write a material as “name: quantity: amount”, not as “{1}”"), line);
  else if (material->name == NULL)
    refuse (error, N_("A material has no name in “{1}”: write it as “name: quantity: amount”"), line);
  else if (parts[2] != NULL && (!patal_money_parse (parts[2], &material->paise, NULL) || material->paise < 0))
    refuse (error, N_("The amount of a material is a sum in rupees, as in “Cement: 250 bags: 87,500”; “{1}” is none"), parts[2]);
  else
    {
      g_free (parts[2]);
      return g_steal_pointer (&material);
    }
  g_free (parts[2]);
  return NULL;
}

gboolean
patal_materials_parse (const char *text, GPtrArray **out, GError **error)
{
  g_autoptr (GPtrArray) materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
  g_auto (GStrv) lines = g_strsplit_set (text != NULL ? text : "", ";\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *clean = patal_text_clean (*line);
      PatalMaterial *material = clean != NULL ? parse_line (clean, error) : NULL;

      if (clean != NULL && material == NULL)
        return FALSE;
      if (material != NULL)
        g_ptr_array_add (materials, material);
    }
  *out = g_steal_pointer (&materials);
  return TRUE;
}
