/* patal-preflight.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-preflight.h"
#include "patal-word.h"
#include <string.h>

#define DOTTED_CIRCLE 0x25cc
#define LONGEST_WORD 32000 /* as patal_word_shape() has it */

/* Whether one of the first @n_told faults, those that need no font, says already what is wrong there. */
static gboolean
is_told (const GArray *faults, guint n_told, gsize from, gsize to)
{
  for (guint i = 0; i < n_told; i++)
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
check_word (PatalFace *face, const char *text, gsize at, gsize length, guint n_told, GArray *faults)
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

          if (fault.kind != PATAL_TEXT_N_FAULTS && !is_told (faults, n_told, from, from + cluster->text_length))
            g_array_append_val (faults, fault);
        }
    }
}

GArray *
patal_preflight (PatalFace *face, const char *text)
{
  GArray *faults = patal_text_faults (text);
  guint n_told = faults->len;
  gsize at = 0;

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
          check_word (face, text, at + done, part, n_told, faults);
          done += part;
        }
      at += length;
      at += strspn (text + at, " \t\n");
    }
  patal_text_faults_sort (faults);
  return faults;
}
