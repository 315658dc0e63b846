/* patal-label.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-label.h"
#include "patal-number.h"
#include <string.h>

static const char *
message (const PatalLabel *label, const PatalWords *words)
{
  if (label->msgid_plural == NULL)
    return words != NULL ? patal_words_get (words, label->msgid) : g_dgettext (GETTEXT_PACKAGE, label->msgid);
  if (words != NULL)
    return patal_words_plural (words, label->msgid, label->msgid_plural, label->n);
  /* ngettext takes an unsigned long; beyond it every language we have says "many". */
  return g_dngettext (GETTEXT_PACKAGE, label->msgid, label->msgid_plural, (gulong)MIN (label->n, G_MAXULONG));
}

char *
patal_label_text (const PatalLabel *label, const PatalWords *words)
{
  g_autofree char *count = patal_number_group ((gint64)MIN (label->n, (guint64)G_MAXINT64));
  GString *out = g_string_new (NULL);

  for (const char *p = message (label, words); *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, "{n}"))
        g_string_append (out, count);
      else if (p[0] == '{' && p[1] >= '1' && p[1] < '1' + PATAL_LABEL_MAX_ARGS && p[2] == '}')
        g_string_append (out, label->args[p[1] - '1'] != NULL ? label->args[p[1] - '1'] : "");
      else
        {
          g_string_append_c (out, *p);
          continue;
        }
      p += 2; /* what was read is three characters long */
    }
  return g_string_free (out, FALSE);
}
