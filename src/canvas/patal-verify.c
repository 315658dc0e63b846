/* patal-verify.c: are words cut only where HarfBuzz does not mind?
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs of parts that have one font, script and direction are shaped once more, as one text. That digits,
 * signs and spaces are not kerned is no accident but what keeps figures in columns, so there the whole is not
 * kerned either. */
#include "patal-face.h"
#include "patal-paragraph.h"
#include "patal-parts.h"
#include <string.h>

typedef struct
{
  PatalFace *face;
  PatalFont *font; /* NULL: no run */
  hb_script_t script;
  guint8 level;
  GString *text;
  GArray *features; /* hb_feature_t */
  GPtrArray *words;
  guint n_different;
} Run;

/* What the words of a run have in the order in which they are seen. */
static GArray *
glyphs_of_words (const Run *run)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (PatalGlyph));

  for (guint i = 0; i < run->words->len; i++)
    {
      guint at = run->level & 1 ? run->words->len - 1 - i : i;
      const PatalPiece *piece = patal_word_piece (g_ptr_array_index (run->words, at), 0);

      g_array_append_vals (glyphs, piece->glyphs, piece->n_glyphs);
    }
  return glyphs;
}

static guint
count_different (const GArray *glyphs, const hb_glyph_info_t *infos, const hb_glyph_position_t *places,
                 guint n)
{
  guint common = MIN (glyphs->len, n);
  guint different = MAX (glyphs->len, n) - common;
  gint32 pen = 0, whole_pen = 0;

  for (guint i = 0; i < common; i++)
    {
      const PatalGlyph *glyph = &g_array_index (glyphs, PatalGlyph, i);

      if (glyph->glyph != infos[i].codepoint || pen + glyph->dx != whole_pen + places[i].x_offset
          || glyph->dy != places[i].y_offset)
        different++;
      pen += glyph->advance;
      whole_pen += places[i].x_advance;
    }
  return different;
}

static hb_script_t
own_script (const PatalFace *face)
{
  return face->lang == PATAL_LANG_HI ? HB_SCRIPT_DEVANAGARI : HB_SCRIPT_LATIN;
}

static void
end_run (Run *run)
{
  g_autoptr (GArray) glyphs = NULL;
  hb_buffer_t *buffer;
  hb_glyph_info_t *infos;
  guint n;

  if (run->words->len > 1)
    {
      glyphs = glyphs_of_words (run);
      buffer = hb_buffer_create ();
      hb_buffer_add_utf8 (buffer, run->text->str, run->text->len, 0, run->text->len);
      hb_buffer_set_script (buffer, run->script != HB_SCRIPT_INVALID ? run->script : own_script (run->face));
      hb_buffer_set_language (buffer, run->face->language);
      hb_buffer_set_direction (buffer, run->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
      hb_shape (patal_font_hb (run->font), buffer, (const hb_feature_t *)(gpointer)run->features->data,
                run->features->len);
      infos = hb_buffer_get_glyph_infos (buffer, &n);
      run->n_different += count_different (glyphs, infos, hb_buffer_get_glyph_positions (buffer, NULL), n);
      hb_buffer_destroy (buffer);
    }
  run->font = NULL;
  run->script = HB_SCRIPT_INVALID;
  g_string_truncate (run->text, 0);
  g_array_set_size (run->features, 1);
  g_ptr_array_set_size (run->words, 0);
}

/* HB_SCRIPT_INVALID: that of its neighbours. */
static hb_script_t
script_of_part (const PatalPart *part)
{
  const char *text = patal_word_text (part->word);

  if (part->kind < PATAL_SEGMENT_LATIN)
    return HB_SCRIPT_INVALID;
  if (part->kind == PATAL_SEGMENT_LATIN)
    return HB_SCRIPT_LATIN;
  if (part->kind == PATAL_SEGMENT_DEVANAGARI)
    return HB_SCRIPT_DEVANAGARI;
  return hb_unicode_script (hb_unicode_funcs_get_default (), g_utf8_get_char (text));
}

static void
add_part (Run *run, const PatalPart *part)
{
  hb_script_t script = part->word != NULL ? script_of_part (part) : HB_SCRIPT_INVALID;
  PatalFont *font = part->word != NULL && patal_word_n_pieces (part->word) == 1
                        ? patal_word_piece (part->word, 0)->font
                        : NULL;

  if (font == NULL || font != run->font || part->level != run->level
      || (script != HB_SCRIPT_INVALID && run->script != HB_SCRIPT_INVALID && script != run->script))
    end_run (run);
  if (font == NULL) /* a word of several fonts, which Pango has parted: it is whole */
    return;
  run->font = font;
  run->level = part->level;
  if (run->script == HB_SCRIPT_INVALID)
    run->script = script;
  if (part->kind < PATAL_SEGMENT_LATIN)
    g_array_append_val (run->features,
                        ((hb_feature_t) { HB_TAG ('k', 'e', 'r', 'n'), 0, run->text->len,
                                         run->text->len + strlen (patal_word_text (part->word)) }));
  g_string_append (run->text, patal_word_text (part->word));
  g_ptr_array_add (run->words, part->word);
}

guint
patal_text_verify (const char *text, const PatalTextStyle *style)
{
  PatalFace *face = patal_face (style->family, style->weight, style->lang);
  hb_feature_t tabular = { HB_TAG ('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END };
  PatalParts parts;
  Run run = {
    .face = face,
    .text = g_string_new (NULL),
    .features = g_array_new (FALSE, FALSE, sizeof (hb_feature_t)),
    .words = g_ptr_array_new (),
  };

  patal_parts_init (&parts, face, text);
  g_array_append_val (run.features, tabular);
  end_run (&run);
  for (guint i = 0; i < parts.n_parts; i++)
    add_part (&run, &parts.parts[i]);
  end_run (&run);

  patal_parts_clear (&parts);
  g_string_free (run.text, TRUE);
  g_array_unref (run.features);
  g_ptr_array_unref (run.words);
  return run.n_different;
}
