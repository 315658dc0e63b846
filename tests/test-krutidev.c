/* test-krutidev.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-krutidev.h"

static const struct
{
  const char *typed, *unicode;
} pairs[] = {
  { "vdyrjk", "अकलतरा" },
  { "tkatxhj&pkaik", "जांजगीर-चांपा" },
  { "dk;Zikyu", "कार्यपालन" },
  { "eq[; dk;Zikyu vf/kdkjh", "मुख्य कार्यपालन अधिकारी" },
  { "ftyk iapk;r", "जिला पंचायत" },
  { "xzke jkstxkj lgk;d", "ग्राम रोजगार सहायक" },
  { "fodkl[k.M", "विकासखण्ड" },
  { "ljiap", "सरपंच" },
  { "lfpo", "सचिव" },
  { "fLFkfr", "स्थिति" },
  { "ekfeZd", "मार्मिक" },
  { "/kekZFkZ", "धर्मार्थ" },
  { "izR;{k", "प्रत्यक्ष" },
  { "iz'kklu", "प्रशासन" },
  { "iz‘kklu", "प्रशासन" },
  { "iz’kklu", "प्रशासन" },
  { "—f\"k", "कृषि" },
  { "—f“k", "कृषि" },
  { "—f”k", "कृषि" },
  { "nq%[k", "दुःख" },
  { "uke%", "नाम:" },
  { "Jh", "श्री" },
  { "Kku", "ज्ञान" },
  { "=qfV", "त्रुटि" },
  { "jk\"Vªh;", "राष्ट्रीय" },
  { ",sfPNd", "ऐच्छिक" },
  { "vkSj", "और" },
  { "vksj", "ओर" },
  { "bZ'oj", "ईश्वर" },
  { "Hkwfe", "भूमि" },
  { "x<+", "गढ़" },
  { "gS]", "है," },
  { "gSaA", "हैं।" },
  { "¼1½", "(1)" },
  { "fo|ky;", "विद्यालय" },
  { "c)", "बद्ध" },
  { "Øe", "क्रम" },
  { "nzO;", "द्रव्य" },
  { "vUrxZr", "अन्तर्गत" },
  { "O;fDr", "व्यक्ति" },
  { "fufeZr", "निर्मित" },
  { "o\"kksZa", "वर्षों" },
  { "[k+qn", "ख़ुद" },
  { "d+ne", "क़दम" },
  { "#i;s", "रुपये" },
  { "", "" },
  { "12-05-2021", "12.05.2021" },
  { "ग्राम iapk;r] पंचायत,", "ग्राम पंचायत, पंचायत," },
  { "अकलतरा", "अकलतरा" },
};

static void
test_convert (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *read = patal_krutidev_to_unicode (pairs[i].typed);
      g_autofree char *composed = g_utf8_normalize (read, -1, G_NORMALIZE_NFC);
      g_autofree char *expected = g_utf8_normalize (pairs[i].unicode, -1, G_NORMALIZE_NFC);

      g_assert_cmpstr (composed, ==, expected);
    }
}

/* Whatever bytes come: no crash, and text comes out. */
static void
test_any_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);

  for (int i = 0; i < 50000; i++)
    {
      char text[24];
      g_autofree char *read = NULL;
      int likelihood;

      for (gsize j = 0; j + 1 < sizeof text; j++)
        text[j] = (char)(g_rand_int_range (rand, 0, 8) == 0 ? g_rand_int_range (rand, 1, 256)
                                                            : "fZ+kza~"[g_rand_int_range (rand, 0, 7)]);
      text[sizeof text - 1] = '\0';
      read = patal_krutidev_to_unicode (text);
      likelihood = patal_krutidev_likelihood (text);
      g_assert_true (g_utf8_validate (read, -1, NULL));
      g_assert_true (likelihood >= 0 && likelihood <= 100);
    }
}

static void
test_likelihood (void)
{
  static const char *const legacy[] = {
    "vdyrjk",
    "ljiap",
    "xzke iapk;r",
    "eq[; dk;Zikyu vf/kdkjh",
    "tkatxhj&pkaik",
    "uokxkao",
    "cjikyh",
    "iz'kklu",
    "jkeiqj",
    "flouh",
    "okMZ&5",
    "rkykc fuekZ.k W/2",
    "ftyk iapk;r\nxzke jkstxkj lgk;d\nlfpo\n12\n45",
  };
  static const char *const others[] = {
    "",
    " ",
    "1234",
    "12.05.2021",
    "Akaltara",
    "AKALTARA",
    "akaltara",
    "Janjgir-Champa",
    "Gram Panchayat",
    "GP Name",
    "S.No.",
    "Chief Executive Officer",
    "secretary@nic.in",
    "https://lgd.gov.in",
    "CG-22-003-008-001/1",
    "SC/ST & OBC",
    "ग्राम पंचायत",
    "अकलतरा",
    "अकलतरा (Akaltara)",
    "Rawalan (171)",
    "Ojtu",
    "Akluj",
    "Pali\nBirra\nKharod\n125045",
    "+91 98765 43210",
    "-",
    "?",
    "A",
    "MNREGA",
    "W/2",
    "w/2",
    "P/1",
    "p/1",
    "Sl/2",
    "R/12",
    "RD/L/2",
    "TS/45/2021-22",
    "3316004012/WC/11",
    "W/2\nW/3\nW/14",
    "Pond W/2",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (legacy); i++)
    {
      g_test_message ("%s: %d", legacy[i], patal_krutidev_likelihood (legacy[i]));
      g_assert_cmpint (patal_krutidev_likelihood (legacy[i]), >=, 50);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s: %d", others[i], patal_krutidev_likelihood (others[i]));
      g_assert_cmpint (patal_krutidev_likelihood (others[i]), <, 50);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/krutidev/convert", test_convert);
  g_test_add_func ("/krutidev/any-bytes", test_any_bytes);
  g_test_add_func ("/krutidev/likelihood", test_likelihood);
  return g_test_run ();
}
