/* patal-board-form.c: the form that a template makes of what is known of a work
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-private.h"
#include <glib/gi18n-lib.h>

typedef PatalBoardSpeaker Speaker;

/* (transfer full) (nullable): what the catalogues of the document have for @msgid. */
static char *
words_for (const Speaker *self, const char *msgid, const char *between)
{
  const char *pair[2] = { NULL, NULL };

  for (guint lang = 0; lang < 2; lang++)
    if (self->words[lang] != NULL)
      pair[lang] = patal_words_get (self->words[lang], msgid);
  return patal_board_spoken (pair, self->lang, between);
}

/* The frame: what is no field of the template stands around the fields. */

static gboolean
has_field (const PatalTemplate *template, guint known)
{
  for (guint i = 0; i < patal_template_n_fields (template); i++)
    if (patal_template_field (template, i)->known == known)
      return TRUE;
  return FALSE;
}

/* "विकासखण्ड अकलतरा, जिला जांजगीर-चांपा, छत्तीसगढ़", in one language. */
static char *
place_in (const PatalBoardFacts *facts, const PatalTemplate *template, PatalLang lang)
{
  const struct
  {
    FieldId field;
    char *const *name, *const *word;
  } tiers[] = {
    { FIELD_BLOCK, facts->block, facts->block_word },
    { FIELD_DISTRICT, facts->district, facts->district_word },
    { FIELD_STATE, facts->state, NULL },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    {
      const char *name = patal_board_one_of ((const char *const *) tiers[i].name, lang);
      const char *word = tiers[i].word != NULL ? patal_board_one_of ((const char *const *) tiers[i].word, lang) : NULL;

      if (name == NULL || has_field (template, tiers[i].field))
        continue;
      patal_board_append (text, ", ", word);
      patal_board_append (text, word != NULL ? " " : ", ", name);
    }
  return patal_board_finish (text);
}

static char *
place_text (const Speaker *self, const PatalTemplate *template)
{
  g_autofree char *hi = self->lang != PATAL_BOARD_EN ? place_in (self->facts, template, PATAL_LANG_HI) : NULL;
  g_autofree char *en = self->lang != PATAL_BOARD_HI ? place_in (self->facts, template, PATAL_LANG_EN) : NULL;

  return patal_board_spoken ((const char *const[]) { hi, en }, self->lang, " / ");
}

#define RULE_FOR_A_PEN "________________________" /* as wide as a name or a number written by hand */

/* "लोकपाल: …" of those that are no fields; what is not known is a ruled line, to be written by hand. The officer, whose name is the longest, has
 * a line of his own: two lines have larger letters than three. */
static char *
foot_text (const Speaker *self, const PatalTemplate *template)
{
  static const struct
  {
    FieldId field;
    const char *before;
  } parts[] = { { FIELD_HELPLINE, "" }, { FIELD_OMBUDSMAN, "  •  " }, { FIELD_OFFICER, "\n" } };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      FieldId field = parts[i].field;
      g_autofree char *value = has_field (template, field) ? NULL : patal_board_say (self, field);
      g_autofree char *word = has_field (template, field) ? NULL
                              : field == FIELD_OFFICER && self->facts->officer_word[0] != NULL
                                ? patal_board_spoken ((const char *const *) self->facts->officer_word, self->lang, " / ")
                                : words_for (self, patal_board_known[field].label, " / ");

      if (word == NULL)
        continue;
      patal_board_append (text, parts[i].before, word);
      patal_board_append (text, ": ", value != NULL ? value : RULE_FOR_A_PEN);
    }
  return patal_board_finish (text);
}

/* The code says the values alone, a line each, and in one language: every letter is paid for in its size and in the file's. */
static char *
code_text (const Speaker *self, const PatalTemplate *template)
{
  const Speaker one = { self->facts, self->lang == PATAL_BOARD_EN ? PATAL_BOARD_EN : PATAL_BOARD_HI, self->words };
  GString *text = g_string_new (NULL);
  guint n;
  const guint *code = patal_template_code (template, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = patal_board_say (&one, code[i]);

      patal_board_append (text, "\n", value);
    }
  return patal_board_finish (text);
}

static void
append_lines (GString *text, const char *const *lines)
{
  for (; *lines != NULL; lines++)
    patal_board_append (text, "\n", *lines);
}

static char *
back_text (const Speaker *self, const PatalTemplate *template)
{
  const char *const *lines[2] = { patal_template_back (template, PATAL_LANG_HI), patal_template_back (template, PATAL_LANG_EN) };
  PatalLang first = self->lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI;
  GString *text = g_string_new (NULL);

  append_lines (text, *lines[first] != NULL ? lines[first] : lines[!first]);
  if (self->lang == PATAL_BOARD_BOTH && *lines[first] != NULL)
    append_lines (text, lines[!first]);
  return patal_board_finish (text);
}

/* What a template says in one language counts in the other too, but a word of our own in the right one goes before it. */
static char *
template_text (const Speaker *self, const char *const texts[2], const char *msgid, const char *between)
{
  const char *pair[2];

  for (guint lang = 0; lang < 2; lang++)
    pair[lang] = texts[lang] != NULL ? texts[lang] : self->words[lang] != NULL ? patal_words_get (self->words[lang], msgid) : NULL;
  return patal_board_spoken (pair, self->lang, between);
}

static PatalForm *
new_form (const Speaker *self, const PatalTemplate *template)
{
  const PatalTemplateFrame *frame = patal_template_frame (template);
  const char *const names[2] = { self->facts->work.name_hi, self->facts->work.name_en };
  PatalLang lang = self->lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI;
  g_autofree char *under = place_text (self, template), *foot = foot_text (self, template);
  g_autofree char *over = has_field (template, FIELD_SCHEME) ? NULL : patal_board_say (self, FIELD_SCHEME);
  g_autofree char *title = template_text (self, frame->titles, N_("Citizen information board"), " / ");
  g_autofree char *code = code_text (self, template), *back = back_text (self, template);
  g_autofree char *back_title = back != NULL ? patal_board_spoken (frame->back_titles, self->lang, " / ") : NULL;

  return patal_form_new (&(const PatalFormFrame) {
    .name = patal_board_one_of (names, lang), .over = over, .title = title, .under = under, .foot = foot, .code_text = code, .back_title = back_title, .back = back,
    .logo = self->facts->logo, .ground = frame->ground, .border = frame->border, .ink = frame->ink, .reading_m = frame->reading_m,
    .own_width_mm = frame->width_mm, .own_height_mm = frame->height_mm, .lang = lang,
    .bilingual = self->lang == PATAL_BOARD_BOTH });
}

/* Whether what is known at the end is to be said. */
static gboolean
is_filled (const PatalWork *work, PatalBoardFill fill)
{
  return fill == PATAL_BOARD_AT_END || (fill == PATAL_BOARD_AS_IT_IS && patal_work_is_ended (work));
}

PatalForm *
patal_board_form (const PatalBoardFacts *facts, const PatalTemplate *template, PatalBoardLang lang, PatalBoardFill fill,
                  PatalWords *const words[2])
{
  const Speaker self = { facts, lang, words };
  PatalForm *form = new_form (&self, template);
  gboolean filled = is_filled (&facts->work, fill);

  for (guint i = 0; i < patal_template_n_fields (template); i++)
    {
      const PatalTemplateField *field = patal_template_field (template, i);
      const PatalTemplateKnown *known = patal_template_known (template, field->known);
      g_autofree char *value = field->later && !filled ? NULL : patal_board_say (&self, field->known);
      g_autofree char *label = template_text (&self, field->labels, known->label, "\n");

      patal_form_add (form, &(const PatalFormField) {
        .id = known->id, .label = label, .value = value, .kind = known->kind, .weight = field->weight, .share = field->share,
        .beside = field->beside, .later = field->later, .large = field->large });
    }
  return form;
}
