/* patal-preflight.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-preflight.h"
#include "patal-word.h"
#include <string.h>

#define DOTTED_CIRCLE 0x25cc
#define LONGEST_WORD 32000 /* as patal_word_shape() has it */

static gboolean
is_told (const GArray *faults, gsize from, gsize to)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const PatalTextFault *fault = &g_array_index (faults, PatalTextFault, i);

      if (fault->at < to && fault->at + fault->length > from && fault->kind != PATAL_TEXT_FAULT_MIXED_DIGITS)
        return TRUE;
    }
  return FALSE;
}

/* What the shaper made of a cluster: nothing to show, or a circle that nobody wrote. */
static PatalTextFaultKind
fault_of (const PatalPiece *piece, const PatalCluster *cluster, const char *text)
{
  hb_codepoint_t circle = 0;

  hb_font_get_nominal_glyph (patal_font_hb (piece->font), DOTTED_CIRCLE, &circle);
  for (guint g = cluster->first_glyph; g < cluster->first_glyph + cluster->n_glyphs; g++)
    {
      if (piece->glyphs[g].glyph == 0)
        return PATAL_TEXT_FAULT_NO_GLYPH;
      if (circle != 0 && piece->glyphs[g].glyph == circle && g_utf8_strchr (text, cluster->text_length, DOTTED_CIRCLE) == NULL)
        return PATAL_TEXT_FAULT_LOOSE_SIGN;
    }
  return PATAL_TEXT_N_FAULTS;
}

static void
check_word (PatalFace *face, const char *text, gsize at, gsize length, const GArray *told, GArray *faults)
{
  g_autoptr (PatalWord) word = patal_word_shape (face, text + at, (gssize) length, 0);

  for (guint p = 0; p < patal_word_n_pieces (word); p++)
    {
      const PatalPiece *piece = patal_word_piece (word, p);

      for (guint c = 0; c < piece->n_clusters; c++)
        {
          const PatalCluster *cluster = &piece->clusters[c];
          gsize from = at + cluster->text_at;
          PatalTextFault fault = { fault_of (piece, cluster, text + from), from, cluster->text_length };

          if (fault.kind != PATAL_TEXT_N_FAULTS && !is_told (told, from, from + cluster->text_length))
            g_array_append_val (faults, fault);
        }
    }
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  gsize x = ((const PatalTextFault *) a)->at, y = ((const PatalTextFault *) b)->at;

  return (x > y) - (x < y);
}

GArray *
patal_preflight (PatalFace *face, const char *text)
{
  g_autoptr (GArray) told = patal_text_faults (text);
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (PatalTextFault));
  gsize at = 0;

  g_array_append_vals (faults, told->data, told->len);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return faults;
  while (text[at] != '\0')
    {
      gsize length = strcspn (text + at, " \t\n");

      for (gsize done = 0; done < length;)
        {
          gsize part = MIN (length - done, LONGEST_WORD);

          while (done + part < length && (text[at + done + part] & 0xc0) == 0x80) /* not within a character */
            part--;
          check_word (face, text, at + done, part, told, faults);
          done += part;
        }
      at += length;
      at += strspn (text + at, " \t\n");
    }
  g_array_sort (faults, compare_faults);
  return faults;
}
