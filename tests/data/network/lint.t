# NETWORK "TEXT" ["RULE", …] and, where something can be repaired, "REPAIRED": the
# findings in the order of the text.
instagram "Kindness heals. 💛\n\nStart small.\n\n#WorldKindnessDay" []
instagram "Read more on Turning the Page: “Kindness.” (linked in bio)" []
instagram "" []
# lengths
x "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" []
x "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" ["too-long"]
instagram "Through a mental health lens, kindness is more than just being nice; it is a powerful tool for emotional regulation, connection, and healing." ["folded-hook"]
instagram "A short hook.\nThrough a mental health lens, kindness is more than just being nice; it is a powerful tool for emotional regulation, connection." []
instagram "#One #Two #Three #Four #Five" []
instagram "#One #Two #Three #Four #Five #Six" ["too-many-hashtags"]
threads "#One #Two" ["too-many-hashtags"]
instagram "@a @b @c" []
instagram "@a @b @c @d" ["too-many-mentions"]
threads "https://a.example.com https://b.example.com https://c.example.com https://d.example.com https://e.example.com https://f.example.com" ["too-many-links"]
threads "https://a.example.com https://a.example.com https://a.example.com https://a.example.com https://a.example.com https://a.example.com" []
# hashtags that are none
x "#50% off" ["broken-hashtag"]
instagram "#50% off" ["broken-hashtag"]
x "#C++" ["broken-hashtag"]
mastodon "#foo-bar" ["broken-hashtag"]
linkedin "#foo_bar" []
instagram "#AT&T" ["broken-hashtag"]
x "#don't" ["broken-hashtag"]
x "#Kindness's day, #Hope’s way" []
x "#node.js" ["broken-hashtag"]
x "#Kindness. #Day, #Way! (#Now)" []
x "We are #1." []
x "#2026" ["broken-hashtag"]
instagram "#2026" []
x "#One#Two" ["broken-hashtag", "broken-hashtag"]
instagram "#One#Two" []
x "text#Tag" ["broken-hashtag"]
x "C#m" []
mastodon "(#Tag)" ["broken-hashtag"]
x "https://example.com/#top" []
x "&#39;" []
bluesky "#C++" []
bluesky "#foo-bar" []
discord "#general-chat" []
# hashtags that cannot be read, or reach nobody
instagram "#worldkindnessday" ["unreadable-hashtag"] "#WorldKindnessDay"
instagram "#WORLDKINDNESSDAY" ["unreadable-hashtag"] "#WorldKindnessDay"
instagram "#artofliving" ["unreadable-hashtag"] "#ArtOfLiving"
instagram "Gut feelings matter.\n\n#gutfeelings" ["unreadable-hashtag"] "Gut feelings matter.\n\n#GutFeelings"
instagram "#kindness #mindfulness #WorldKindnessDay #NASA" []
instagram "#instagood" ["generic-hashtag"]
instagram "#FYP" ["generic-hashtag"]
instagram "#selfharm" ["suppressed-hashtag"]
instagram "#Kindness #Day #kindness" ["duplicate-hashtag"] "#Kindness #Day"
instagram "#Kindness #kindness #KINDNESS" ["duplicate-hashtag", "duplicate-hashtag"] "#Kindness"
# links
instagram "See https://example.com/kindness" ["dead-link"]
instagram "See www.example.com" ["dead-link"]
instagram "See example.com/kindness" ["dead-link"]
instagram "Booking.com wins" []
facebook "See https://example.com/kindness" []
instagram "Read more on the blog." ["bio-missing"]
instagram "Read more on the blog (link in bio)." []
instagram "Leer más: enlace en la bio." []
instagram "Link in bio!\nRead more (linked in bio)" ["bio-twice"]
instagram "The biology of links." []
instagram "Linked ideas.\nA bio of Ada." []
facebook "Read more on the blog: https://example.com/kindness" []
# letters
instagram "𝗞𝗶𝗻𝗱𝗻𝗲𝘀𝘀 heals" ["styled-letters"] "Kindness heals"
instagram "𝓚𝓲𝓷𝓭 𝔀𝓸𝓻𝓭𝓼" ["styled-letters", "styled-letters"] "Kind words"
instagram "ℋ𝑒𝓁𝓁ℴ" ["styled-letters"] "Hello"
instagram "🅺🅸🅽🅳" ["styled-letters"] "KIND"
instagram "Ｋｉｎｄ" ["styled-letters"] "Kind"
instagram "日本のＫｉｎｄ" []
instagram "Room ℃ and №. 🅿️" []
instagram "START SMALL EVERY DAY." ["all-caps"]
instagram "NASA and ESA fly." []
instagram "START NOW. Then rest." []
instagram "#ONE #TWO #THREE #FOURTEEN" []
# emoji
instagram "Start small. 💛💛" []
instagram "Start small. 💛💛💛" ["emoji-run"]
instagram "Start small. 💛 🌱 ✨ 🙏" ["emoji-run"]
instagram "I 💛 kindness" ["emoji-in-sentence"]
instagram "Kindness 💛 Start small." []
instagram "Tea ☕, then work" []
instagram "👨‍👩‍👧‍👦 Family first." []
instagram "3️⃣ steps" []
# what nobody sees
instagram "kind\u202Eness" ["bidi-control"] "kindness"
instagram "\u2066kind\u2069" ["bidi-control", "bidi-control"] "kind"
instagram "kind\u200Bness" ["invisible-character"] "kindness"
instagram "\uFEFFkind" ["invisible-character"] "kind"
instagram "kind\u00ADness" ["invisible-character"] "kindness"
instagram "kind\u200Dness" ["invisible-character"] "kindness"
instagram "می\u200cخواهم" []
instagram "क\u094D\u200Dष" []
instagram "שלום \u200Fabc" []
instagram "abc\u200E" ["invisible-character"] "abc"
instagram "❤\uFE0F 👩‍🚒" []
instagram "a\u2800b" ["invisible-character"] "ab"
instagram "tab\there" []
# spaces
instagram "Start small. \nNow." ["trailing-space"] "Start small.\nNow."
instagram "Start small. " ["trailing-space"] "Start small."
instagram "One\n\n\n\nTwo" ["blank-lines"] "One\n\nTwo"
instagram "One\n \n \nTwo" ["blank-lines"] "One\n\nTwo"
mastodon "One\n\n\n\nTwo" []
instagram "One\n\nTwo\n" ["blank-lines"] "One\n\nTwo"
instagram "One\r\nTwo" []
