/* patal-cut-text.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cut-text.h"
#include <string.h>

#define VIRAMA 0x094D
#define ZWNJ 0x200C
#define ZWJ 0x200D

/* Where an akshara may end: not within one, as far as this can be seen from the letters. */
static gboolean
may_cut (const char *text, const char *at)
{
  gunichar next = g_utf8_get_char (at), last = g_utf8_get_char (g_utf8_find_prev_char (text, at));

  return !g_unichar_ismark (next) && next != ZWJ && next != ZWNJ && last != VIRAMA && last != ZWJ;
}

char *
patal_cut_after (const char *text, glong n)
{
  const char *end = g_utf8_offset_to_pointer (text, n);

  while (end > text && (!may_cut (text, end) || g_ascii_isspace (end[-1])))
    end = g_utf8_find_prev_char (text, end);
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/* (transfer full): as much of @text as fits; a short text fits where a longer one does. */
static PatalParagraph *
cut (const char *text, const PatalTextStyle *style, double width, double height)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1), *shown = NULL;
  glong few = 0, many = g_utf8_strlen (valid, -1);

  while (many - few > 1)
    {
      glong middle = few + (many - few) / 2;
      g_autofree char *tried = patal_cut_after (valid, middle);
      gboolean fits;

      patal_paragraph_unref (patal_paragraph_new_fitting (tried, style, width, height, style->size_pt, &fits));
      *(fits ? &few : &many) = middle;
    }
  shown = patal_cut_after (valid, few);
  return patal_paragraph_new (shown, style, width);
}

PatalParagraph *
patal_cut_text (const char *text, const PatalTextStyle *style, double width, double height, double smallest_pt, gboolean *out_cut)
{
  gboolean fits;
  g_autoptr (PatalParagraph) whole = patal_paragraph_new_fitting (text, style, width, height, smallest_pt, &fits);
  PatalTextStyle smallest = *style;

  if (out_cut != NULL)
    *out_cut = !fits;
  if (fits)
    return g_steal_pointer (&whole);
  smallest.size_pt = MIN (smallest_pt, style->size_pt);
  return cut (text, &smallest, width, height);
}
