/* test-text-fault.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-text-fault.h"
#include <string.h>

#define NONE PATAL_TEXT_N_FAULTS

/* Each text has the one fault, at the byte. */
static const struct
{
  const char        *text;
  PatalTextFaultKind kind;
  gsize              at;
} cases[] = {
  { "ग्राम पंचायत", NONE, 0 },
  { "", NONE, 0 },
  { "अकलतरा (धर्म०)", NONE, 0 },
  { "किशनगढ्", NONE, 0 },         /* a virama may end a word: महान् */
  { "मढि़या", NONE, 0 },           /* nukta behind the matra: looks right */
  { "बम्\u200dहोरी", NONE, 0 },
  { "दुःख, चाँद, ऑफ़िस", NONE, 0 },
  { "◌ि", NONE, 0 },               /* the circle is wanted */
  { "माेहनपुर", PATAL_TEXT_FAULT_DOUBLE_SIGN, 6 },
  { "खेड.ी", PATAL_TEXT_FAULT_LOOSE_SIGN, 10 },
  { "ि", PATAL_TEXT_FAULT_LOOSE_SIGN, 0 },
  { "अालमपुर", PATAL_TEXT_FAULT_LOOSE_SIGN, 3 },
  { "क ्ष", PATAL_TEXT_FAULT_LOOSE_SIGN, 4 },
  { "वार्ड 12 (१)", PATAL_TEXT_FAULT_MIXED_DIGITS, 20 },
  { "वार्ड १२ (3)", PATAL_TEXT_FAULT_MIXED_DIGITS, 24 },
  { "उर्फ \u200bसुपारी", PATAL_TEXT_FAULT_CONTROL, 13 },
  { "a\x01", PATAL_TEXT_FAULT_CONTROL, 1 },
  { "ग्राम\u202eपंचायत", PATAL_TEXT_FAULT_DIRECTION, 15 },
  { "ग्र\ufffdम", PATAL_TEXT_FAULT_LOST, 9 },
  { "xzke iapk;r", PATAL_TEXT_FAULT_LEGACY, 0 },
  { "Gram Panchayat Akaltara", NONE, 0 },
  { "ab\xff", PATAL_TEXT_FAULT_NOT_UTF8, 2 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) faults = patal_text_faults (cases[i].text);
      const PatalTextFault *fault = (const PatalTextFault *) (void *) faults->data;

      g_test_message ("case %u", i);
      g_assert_cmpuint (faults->len, ==, cases[i].kind == NONE ? 0 : 1);
      if (faults->len == 1)
        {
          g_autofree char *sentence = patal_text_fault_sentence (cases[i].text, fault);

          g_assert_cmpint (fault->kind, ==, cases[i].kind);
          g_assert_cmpuint (fault->at, ==, cases[i].at);
          g_assert_true (g_utf8_validate (sentence, -1, NULL));
          g_assert_cmpuint (strlen (sentence), >, 20);
        }
    }
}

static void
test_several (void)
{
  g_autoptr (GArray) faults = patal_text_faults ("ाे 1 २");

  g_assert_cmpuint (faults->len, ==, 3);
  g_assert_cmpint (g_array_index (faults, PatalTextFault, 0).kind, ==, PATAL_TEXT_FAULT_LOOSE_SIGN);
  g_assert_cmpint (g_array_index (faults, PatalTextFault, 1).kind, ==, PATAL_TEXT_FAULT_DOUBLE_SIGN);
  g_assert_cmpint (g_array_index (faults, PatalTextFault, 2).kind, ==, PATAL_TEXT_FAULT_MIXED_DIGITS);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) faults = patal_text_faults (NULL);

  g_assert_cmpuint (faults->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-fault/cases", test_cases);
  g_test_add_func ("/text-fault/several", test_several);
  g_test_add_func ("/text-fault/nothing", test_nothing);
  return g_test_run ();
}
